import { Radio, Stack, Text } from '@mantine/core';
import type { ImportConflict } from '#dsl/protocol/imports.ts';
import { imports as t } from '../kit/messages/en/imports.ts';
import classes from './conflict-dialog.module.css';

/** The fields that a merge has to decide: what is here stands, unless the import is chosen. */
export function ImportMerge(props: {
  readonly conflicts: readonly ImportConflict[];
  /** Keys of the conflicts in which the import wins. */
  readonly imported: readonly string[];
  readonly onChange: (imported: readonly string[]) => void;
}) {
  const { conflicts, imported, onChange } = props;
  return (
    <Stack gap="xs" my="xs">
      <Text size="sm" c="dimmed">
        {conflicts.length === 0 ? t.mergeNone : t.mergeHelp}
      </Text>
      {conflicts.map((conflict) => (
        <Radio.Group
          key={conflict.key}
          className={classes.choice ?? ''}
          label={`${conflict.subject}: ${conflict.field ?? t.whole}`}
          value={imported.includes(conflict.key) ? 'imported' : 'here'}
          onChange={(side) => {
            const others = imported.filter((key) => key !== conflict.key);
            onChange(side === 'imported' ? [...others, conflict.key] : others);
          }}
        >
          <div className={classes.sides}>
            <SideCard side="here" label={t.here} text={conflict.here} />
            <SideCard side="imported" label={t.imported} text={conflict.imported} />
          </div>
        </Radio.Group>
      ))}
    </Stack>
  );
}

function SideCard(props: { readonly side: 'here' | 'imported'; readonly label: string; readonly text: string }) {
  return (
    <Radio.Card value={props.side} className={classes.side ?? ''}>
      <span className={classes.label}>
        <Radio.Indicator size="xs" /> {props.label}
      </span>
      <code className={classes.value}>{props.text === '' ? t.absent : props.text}</code>
    </Radio.Card>
  );
}
