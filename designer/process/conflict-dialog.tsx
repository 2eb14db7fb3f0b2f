import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { canonicalText } from '#dsl/document/canonical-text.ts';
import { shownValue } from '#dsl/document/change.ts';
import type { MergeConflict } from '#dsl/document/merge-conflict.ts';
import type { Side } from '#dsl/document/merge-values.ts';
import { DiffEditor } from '../code/lazy-editors.tsx';
import { versions as t } from '../kit/messages/en/versions.ts';
import { ProblemNote } from '../kit/problem.tsx';
import classes from './conflict-dialog.module.css';
import type { DraftConflict } from './draft-saver.ts';
import { useEditor, useOpenProcess, useSaveState } from './editor-context.tsx';

/** Opens by itself when somebody else changed the same fields meanwhile: asks about those, everything else is merged. */
export function ConflictDialog() {
  const { status, conflict } = useSaveState();
  const isOpen = status === 'conflict' && conflict !== undefined;
  return (
    <Modal opened={isOpen} onClose={() => undefined} withCloseButton={false} size="xl" title={t.conflictTitle}>
      {isOpen && <Decision key={conflict.theirs.revision} conflict={conflict} />}
    </Modal>
  );
}

function Decision({ conflict: { theirs, conflicts } }: { readonly conflict: DraftConflict }) {
  const { saver } = useOpenProcess();
  const mine = useEditor((state) => state.snapshot.document);
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const [isText, setText] = useState(false);
  const who = theirs.by ?? t.somebody;
  const save = useMutation({ mutationFn: () => saver.resolve((one) => chosen[keyOf(one)] ?? 'ours') });
  const chooseAll = (side: Side): void => setChosen(Object.fromEntries(conflicts.map((one) => [keyOf(one), side])));
  const left = conflicts.filter((one) => chosen[keyOf(one)] === undefined).length;
  return (
    <Stack>
      <Text size="sm">{t.conflictHelp(who)}</Text>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => chooseAll('ours')}>
          {t.conflictMineAll}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => chooseAll('theirs')}>
          {t.conflictTheirsAll(who)}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setText(!isText)}>
          {t.conflictText}
        </Button>
      </Group>
      {isText && (
        <DiffEditor
          height="40vh"
          language="json"
          before={canonicalText(theirs.snapshot.document)}
          after={canonicalText(mine)}
        />
      )}
      {conflicts.map((one) => (
        <Choice
          key={keyOf(one)}
          conflict={one}
          who={who}
          side={chosen[keyOf(one)] ?? null}
          onChoose={(side) => setChosen({ ...chosen, [keyOf(one)]: side })}
        />
      ))}
      <ProblemNote error={save.error} />
      <Group justify="flex-end">
        {left > 0 && (
          <Text size="sm" c="dimmed">
            {t.conflictLeft(left)}
          </Text>
        )}
        <Button disabled={left > 0} loading={save.isPending} onClick={() => save.mutate()}>
          {t.conflictSave}
        </Button>
      </Group>
    </Stack>
  );
}

function Choice(props: {
  readonly conflict: MergeConflict;
  readonly who: string;
  readonly side: Side | null;
  readonly onChoose: (side: Side) => void;
}) {
  const { conflict, who, side, onChoose } = props;
  const { subject, field = t.conflictWhole, base } = conflict;
  return (
    <Radio.Group
      className={classes.choice ?? ''}
      label={`${subject}: ${field}`}
      description={base === undefined ? undefined : `${t.conflictWas}: ${shownValue(base)}`}
      value={side}
      onChange={(value) => onChoose(value === 'theirs' ? 'theirs' : 'ours')}
    >
      <div className={classes.sides}>
        <Radio.Card value="ours" className={classes.side ?? ''}>
          <SideValue label={t.conflictMine} conflict={conflict} value={conflict.ours} />
        </Radio.Card>
        <Radio.Card value="theirs" className={classes.side ?? ''}>
          <SideValue label={t.conflictTheirs(who)} conflict={conflict} value={conflict.theirs} />
        </Radio.Card>
      </div>
    </Radio.Group>
  );
}

function SideValue(props: { readonly label: string; readonly conflict: MergeConflict; readonly value: unknown }) {
  const { label, conflict, value } = props;
  const absent = conflict.field === undefined ? t.conflictRemoved : t.conflictUnset;
  return (
    <>
      <span className={classes.label}>
        <Radio.Indicator size="xs" /> {label}
      </span>
      <code className={classes.value}>{value === undefined ? absent : shownValue(value)}</code>
    </>
  );
}

function keyOf({ path }: MergeConflict): string {
  return JSON.stringify(path);
}
