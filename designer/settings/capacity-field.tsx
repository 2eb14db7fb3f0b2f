import { ActionIcon, Button, Menu, NumberInput, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { mediumName, useOpenMedia } from '../kit/media.ts';
import { media as texts } from '../kit/messages/en/media.ts';
import { people as t } from '../kit/messages/en/people.ts';
import type { PersonFieldsProps } from './person-draft.ts';
import classes from './settings.module.css';

const offered = ['email', 'chat', 'sms', 'callback', ...Object.keys(texts.names)];

/** The capacity rule of somebody: how many interactions of each medium at once. */
export function CapacityField({ draft, problems, onChange, disabled }: PersonFieldsProps) {
  const media = Object.keys(draft.capacity);
  const open = useOpenMedia();
  const wordOf = (medium: string): string => t.media[medium] ?? mediumName(medium, open) ?? medium;
  const startOf = (medium: string): number => open.find(({ name }) => name === medium)?.capacity ?? 1;
  const missing = [...offered, ...open.map(({ name }) => name)].filter((medium) => !media.includes(medium));
  const set = (medium: string, count: number | undefined): void =>
    onChange({ capacity: { ...draft.capacity, [medium]: count } });
  const remove = (medium: string): void =>
    onChange({ capacity: Object.fromEntries(Object.entries(draft.capacity).filter(([key]) => key !== medium)) });
  return (
    <>
      <Text size="sm" className={classes.dim ?? ''}>
        {t.capacityHelp}
      </Text>
      {media.map((medium) => (
        <div key={medium} className={classes.skill}>
          <Text size="sm" mt={8}>
            {wordOf(medium)}
          </Text>
          <NumberInput
            aria-label={t.capacityOf(wordOf(medium))}
            value={draft.capacity[medium] ?? ''}
            min={0}
            max={100}
            allowDecimal={false}
            error={draft.capacity[medium] === undefined && problems['capacity']}
            onChange={(count) => set(medium, typeof count === 'number' ? count : undefined)}
          />
          <ActionIcon
            size={34}
            aria-label={t.removeMedia(wordOf(medium))}
            disabled={disabled}
            onClick={() => remove(medium)}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {!disabled && missing.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" leftSection={<IconPlus size={15} />} style={{ alignSelf: 'flex-start' }}>
              {t.addMedia}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {missing.map((medium) => (
              <Menu.Item key={medium} onClick={() => set(medium, startOf(medium))}>
                {wordOf(medium)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
