import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { z } from 'zod';
import type { StrategyTest } from '#dsl/document/strategy-test.ts';
import type { RunOutcome } from '#dsl/testing/run-outcome.ts';
import { withFields } from '../commands/records.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import { KeyValueRows } from './key-value-rows.tsx';
import { shortText } from './loose-value.ts';

type Expect = StrategyTest['expect'];
type Outcome = keyof typeof t.outcomes;

/** What must have happened when the strategy is over; each part may be left open. */
export function ExpectFields(props: {
  readonly expect: Expect;
  /** What the last run did, to take expectations from. */
  readonly found: RunOutcome | undefined;
  readonly queues: readonly string[];
  readonly nameOf: (block: string) => string;
  readonly onChange: (expect: Expect) => void;
}) {
  const { expect, found, queues, nameOf, onChange } = props;
  const change = (fields: { readonly [Key in keyof Expect]?: Expect[Key] | undefined }): void =>
    onChange(withFields(expect, fields));
  return (
    <Stack gap="sm">
      <OutcomeField expect={expect} queues={queues} onChange={change} />
      <ListField
        label={t.path}
        help={t.pathHelp}
        value={expect.path}
        text={expect.path?.map(nameOf).join(' → ')}
        onTake={found && (() => change({ path: [...found.path] }))}
        onForget={() => change({ path: undefined })}
      />
      <KeyValueRows
        label={t.data}
        keys={Object.keys(found?.data ?? {})}
        value={expect.data ?? {}}
        onChange={(data) => change({ data: Object.keys(data).length === 0 ? undefined : data })}
      />
      <ListField
        label={t.mails}
        help={t.mailsHelp}
        value={expect.mails}
        text={expect.mails?.map(shownMail).join('\n') || t.none}
        onTake={found && (() => change({ mails: found.mails.map(withoutNoise) }))}
        onForget={() => change({ mails: undefined })}
      />
      <ListField
        label={t.hostCalls}
        help={t.pathHelp}
        value={expect.calls}
        text={expect.calls?.join(', ')}
        onTake={found && (() => change({ calls: [...found.calls] }))}
        onForget={() => change({ calls: undefined })}
      />
    </Stack>
  );
}

function OutcomeField(props: {
  readonly expect: Expect;
  readonly queues: readonly string[];
  readonly onChange: (
    fields: Pick<{ [Key in keyof Expect]: Expect[Key] | undefined }, 'queue' | 'stopped' | 'error'>,
  ) => void;
}) {
  const { expect, queues, onChange } = props;
  const outcome = outcomeOf(expect);
  const choose = (to: string | null): void => {
    onChange({
      queue: to === 'queue' ? (queues[0] ?? '') : undefined,
      stopped: to === 'stopped' ? true : to === 'not-stopped' ? false : undefined,
      error: to === 'fails' ? '' : undefined,
    });
  };
  return (
    <Group gap={6} wrap="nowrap" align="flex-end">
      <Select
        label={t.outcome}
        size="xs"
        style={{ flex: 1 }}
        allowDeselect={false}
        data={Object.entries(t.outcomes).map(([value, label]) => ({ value, label }))}
        value={outcome}
        onChange={choose}
      />
      {outcome === 'queue' && (
        <Select
          aria-label={t.outcomes.queue}
          size="xs"
          style={{ flex: 1 }}
          searchable
          data={[...new Set([...queues, expect.queue ?? ''])].filter(Boolean)}
          value={expect.queue ?? null}
          onChange={(queue) => queue !== null && onChange({ queue, stopped: undefined, error: undefined })}
        />
      )}
      {outcome === 'fails' && (
        <TextInput
          aria-label={t.outcomes.fails}
          size="xs"
          style={{ flex: 1 }}
          value={expect.error ?? ''}
          onChange={(event) => onChange({ error: event.currentTarget.value, queue: undefined, stopped: undefined })}
        />
      )}
    </Group>
  );
}

function outcomeOf({ error, queue, stopped }: Expect): Outcome {
  if (error !== undefined) return 'fails';
  if (queue !== undefined) return 'queue';
  if (stopped === undefined) return 'any';
  return stopped ? 'stopped' : 'not-stopped';
}

/** Something a run is compared with as a whole: taken from a run, or left open. */
function ListField(props: {
  readonly label: string;
  readonly help: string;
  readonly value: readonly unknown[] | undefined;
  readonly text: string | undefined;
  readonly onTake: (() => void) | undefined;
  readonly onForget: () => void;
}) {
  return (
    <div role="group" aria-label={props.label}>
      <Text size="sm" fw={500}>
        {props.label}
      </Text>
      <Text
        size="xs"
        c={props.value === undefined ? 'dimmed' : 'var(--sb-text)'}
        style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
      >
        {props.value === undefined ? props.help : props.text}
      </Text>
      <Group gap={4} mt={2}>
        <Button variant="default" size="compact-xs" disabled={props.onTake === undefined} onClick={props.onTake}>
          {t.ofThisRun}
        </Button>
        {props.value !== undefined && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={props.onForget}>
            {t.forget}
          </Button>
        )}
      </Group>
    </div>
  );
}

function shownMail(mail: Readonly<Record<string, z.core.util.JSONType>>): string {
  return shortText(mail);
}

/** Settings that say nothing: false, nothing, empty. */
function withoutNoise(mail: RunOutcome['mails'][number]): Record<string, z.core.util.JSONType> {
  return Object.fromEntries(
    Object.entries(mail).filter(([, value]) => value !== false && value !== null && JSON.stringify(value).length > 2),
  );
}
