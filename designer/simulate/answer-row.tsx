import { ActionIcon, Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import { hostCallByName } from '#dsl/blocks/host-calls.ts';
import { isDeepEqual } from '#dsl/document/is-deep-equal.ts';
import { likelyResults, readStandIn } from '#dsl/testing/stand-in.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import { shortText } from './loose-value.ts';
import classes from './simulate.module.css';

type Json = z.core.util.JSONType;

const fails = 'fails';
const own = 'own';

/** What one block, or every call of a name, is answered: a likely result, a failure, or a result as written; and after how long. */
export function AnswerRow(props: {
  readonly label: string;
  /** Name of the host call, where it is known. */
  readonly call: string | undefined;
  readonly answer: Json;
  readonly onChange: (answer: Json) => void;
  readonly onRemove: () => void;
}) {
  const { label, call, answer, onChange } = props;
  const likely = call === undefined ? [] : likelyResults(call);
  const isList = Array.isArray(answer);
  const standIn = readStandIn(isList ? {} : answer);
  const error = 'error' in standIn ? standIn.error.message : undefined;
  const result = 'result' in standIn ? standIn.result : {};
  const chosen = likely.findIndex((one) => isDeepEqual(one, result));
  const [isWritten, setWritten] = useState(false);
  const kind = error !== undefined ? fails : isList || isWritten || chosen === -1 ? own : String(chosen);
  const write = (next: Json | { error: string }, afterSeconds = standIn.afterSeconds): void =>
    onChange(wrapped(next, afterSeconds));
  const choose = (to: string | null): void => {
    setWritten(to === own);
    if (to === fails) write({ error: t.failedWith });
    else if (to !== own && to !== null) write(likely[Number(to)] ?? {});
    else if (error !== undefined) write(likely[0] ?? {});
  };
  return (
    <Stack gap={4} className={classes.answer ?? ''}>
      <Group gap={6} wrap="nowrap" align="flex-end">
        <Select
          label={label}
          size="xs"
          style={{ flex: 1, minWidth: 120 }}
          allowDeselect={false}
          data={[
            ...likely.map((one, index) => ({ value: String(index), label: shortText(one) || '{}' })),
            { value: fails, label: t.answerFails },
            { value: own, label: isList ? t.answerList(answer.length) : t.answerOwn },
          ]}
          value={kind}
          onChange={choose}
        />
        <NumberInput
          label={t.afterSeconds}
          size="xs"
          w={76}
          min={0}
          hideControls
          suffix={` ${t.seconds}`}
          disabled={isList}
          value={standIn.afterSeconds}
          onChange={(seconds) => write(error === undefined ? result : { error }, Number(seconds) || 0)}
        />
        <ActionIcon variant="subtle" color="gray" aria-label={`${t.removeRow} ${label}`} onClick={props.onRemove}>
          <IconX size={14} />
        </ActionIcon>
      </Group>
      {error !== undefined && (
        <TextInput
          label={t.reason}
          size="xs"
          value={error}
          onChange={(event) => write({ error: event.currentTarget.value })}
        />
      )}
      {error === undefined && kind === own && (
        <ResultText
          call={call}
          value={isList ? answer : result}
          onChange={(next) => (isList ? onChange(next) : write(next))}
        />
      )}
    </Stack>
  );
}

/** A result as JSON; only what can be read is kept, and what its contract does not allow is told. */
function ResultText(props: {
  readonly call: string | undefined;
  readonly value: Json;
  readonly onChange: (value: Json) => void;
}) {
  const [text, setText] = useState(() => JSON.stringify(props.value, null, 1));
  const [isBroken, setBroken] = useState(false);
  const issue = Array.isArray(props.value)
    ? undefined
    : hostCallByName(props.call ?? '')?.result.safeParse(props.value).error?.issues[0];
  const error = isBroken
    ? t.jsonWrong
    : issue && t.resultWrong([issue.path.join('.'), issue.message].filter(Boolean).join(': '));
  return (
    <Textarea
      label={t.result}
      size="xs"
      autosize
      minRows={1}
      maxRows={8}
      ff="monospace"
      error={error}
      value={text}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        try {
          props.onChange(JSON.parse(next) as Json);
          setBroken(false);
        } catch {
          // it is being typed: the field says so, and the last answer stays
          setBroken(true);
        }
      }}
    />
  );
}

/** The shortest form that says it. */
function wrapped(next: Json | { error: string }, afterSeconds: number): Json {
  const isFailure = typeof next === 'object' && next !== null && !Array.isArray(next) && 'error' in next;
  if (afterSeconds === 0) return isFailure || !('error' in readStandIn(next)) ? next : { result: next };
  return isFailure ? { ...next, afterSeconds } : { result: next, afterSeconds };
}
