import { Stack, Text } from '@mantine/core';
import type { z } from 'zod';
import { blockByType } from '#dsl/blocks/index.ts';
import { isDeepEqual } from '#dsl/document/is-deep-equal.ts';
import type { Moment, SimulatedCall } from '#dsl/simulate/simulation.ts';
import { usualResult } from '#dsl/testing/stand-in.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import { useEditor } from '../process/editor-context.tsx';
import { AnswerRow } from './answer-row.tsx';
import { shortText } from './loose-value.ts';
import classes from './simulate.module.css';
import { useTrial } from './trial-context.tsx';

type Json = z.core.util.JSONType;

/** What a block found and did: its host calls with their answers, variables and attached data, what changed marked. */
export function MomentDetail({ moment }: { readonly moment: Moment }) {
  const { simulation } = useTrial();
  const moments = simulation.now?.moments ?? [];
  const before = moments[moments.indexOf(moment) - 1];
  return (
    <Stack gap="sm">
      <NextAnswer moment={moment} />
      {moment.calls.map((call) => (
        <CallCard key={call.seq} call={call} />
      ))}
      {moment.lastError !== undefined && (
        <Text size="xs" c="var(--sb-bad)">
          {t.lastError}: {moment.lastError.message}
        </Text>
      )}
      <div className={classes.columns}>
        <Values title={t.data} values={moment.data} before={before?.data} />
        <Values
          title={t.variables}
          values={moment.vars}
          before={before?.strategy === moment.strategy ? before.vars : undefined}
        />
      </div>
      <Text size="xs" c="dimmed">
        {t.clock}: {new Date(moment.at).toISOString()}
      </Text>
      {moment.log.length > 0 && (
        <div>
          <Text className={classes.heading ?? ''}>{t.log}</Text>
          <Text size="xs" ff="monospace" style={{ whiteSpace: 'pre-wrap' }}>
            {moment.log.join('\n')}
          </Text>
        </div>
      )}
    </Stack>
  );
}

/** While it stands before a block that makes a host call: what that will be answered. */
function NextAnswer({ moment }: { readonly moment: Moment }) {
  const { simulation } = useTrial();
  const { given, setGiven } = simulation;
  const type = useEditor((state) => state.snapshot.document.strategies?.[moment.strategy]?.blocks[moment.block]?.type);
  const call = blockByType(type ?? '')?.call?.name;
  if (moment.port !== undefined || call === undefined || simulation.now?.state !== 'paused') return null;
  const { answers } = given;
  const answer = answers[moment.block] ?? given.calls[call] ?? usualResult(call);
  const { [moment.block]: _, ...others } = answers;
  return (
    <AnswerRow
      key={moment.block}
      label={t.nextAnswer}
      call={call}
      answer={answer}
      onChange={(next) => setGiven({ ...given, answers: { ...answers, [moment.block]: next } })}
      onRemove={() => setGiven({ ...given, answers: others })}
    />
  );
}

function CallCard({ call }: { readonly call: SimulatedCall }) {
  return (
    <div className={classes.call} data-failed={call.error !== undefined}>
      <strong>{call.name}</strong> {t.asked} {shortText(call.params) || '{}'}
      <br />
      {call.error === undefined
        ? `${t.answered(call.afterSeconds)}: ${shortText(call.result ?? {}) || '{}'}`
        : `${t.failedWith}: ${call.error.message}`}
    </div>
  );
}

function Values(props: {
  readonly title: string;
  readonly values: Readonly<Record<string, Json>>;
  readonly before: Readonly<Record<string, Json>> | undefined;
}) {
  const { title, values, before } = props;
  const entries = Object.entries(values).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return (
    <div>
      <Text className={classes.heading ?? ''}>{title}</Text>
      {entries.length === 0 && (
        <Text size="xs" c="dimmed">
          {t.none}
        </Text>
      )}
      <table className={classes.values} aria-label={title}>
        <tbody>
          {entries.map(([key, value]) => (
            <tr key={key} data-changed={before !== undefined && !isDeepEqual(before[key], value)}>
              <th scope="row">{key}</th>
              <td>{shortText(value) || '""'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
