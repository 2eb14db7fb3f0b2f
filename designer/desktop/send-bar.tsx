import { ActionIcon, Button, Group, Kbd, Menu, Select } from '@mantine/core';
import { IconChevronDown, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import type { DraftState } from './draft-keeper.ts';
import classes from './reply.module.css';

/** Sends the reply: through which out-queue, and whether the interaction stays in hand. */
export function SendBar(props: {
  readonly outQueues: readonly string[];
  readonly queue: string | undefined;
  readonly draftState: DraftState;
  readonly problem: string | undefined;
  readonly isUploading: boolean;
  onQueue(queue: string): void;
  onSend(keepOpen: boolean): void;
}) {
  const { outQueues, queue, draftState, problem, onQueue, onSend } = props;
  const cannotSend = outQueues.length === 0;
  const isDisabled = cannotSend || props.isUploading;
  return (
    <div className={classes.sendBar}>
      <Group gap={1} wrap="nowrap">
        <Button
          leftSection={<IconSend size={15} />}
          rightSection={
            <Kbd size="xs" className={classes.kbd}>
              Ctrl ⏎
            </Kbd>
          }
          disabled={isDisabled}
          className={classes.sendMain}
          onClick={() => onSend(false)}
        >
          {t.send}
        </Button>
        <Menu position="top-end">
          <Menu.Target>
            <ActionIcon
              variant="filled"
              color="signal"
              size={30}
              disabled={isDisabled}
              className={classes.sendMore}
              aria-label={t.moreSending}
            >
              <IconChevronDown size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onSend(true)}>{t.sendAndKeep}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {outQueues.length > 1 && (
        <Select
          size="xs"
          aria-label={t.sendVia}
          data={[...outQueues]}
          value={queue ?? null}
          allowDeselect={false}
          w={190}
          onChange={(next) => next !== null && onQueue(next)}
        />
      )}
      <span className={classes.sendProblem} role="alert">
        {cannotSend ? t.noOutQueue : problem}
      </span>
      <output className={classes.draftState}>{t.draft[draftState]}</output>
    </div>
  );
}

/** The out-queue a reply goes to: the first of those the strategy allows, until another is chosen. */
export function useOutQueue(outQueues: readonly string[]): readonly [string | undefined, (queue: string) => void] {
  const [chosen, setChosen] = useState<string>();
  return [chosen !== undefined && outQueues.includes(chosen) ? chosen : outQueues[0], setChosen];
}
