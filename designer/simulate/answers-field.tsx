import { Input, Select, Stack } from '@mantine/core';
import { blockByType } from '#dsl/blocks/index.ts';
import type { StandIns } from '#dsl/testing/stand-in.ts';
import { usualResult } from '#dsl/testing/stand-in.ts';
import type { StrategyInput } from '../commands/edit.ts';
import { omitKeys } from '../commands/records.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import { describeBlock } from '../strategy/describe-block.ts';
import { AnswerRow } from './answer-row.tsx';

/** What host calls answer, block by block or for every call of a name. */
export function AnswersField(props: {
  readonly strategy: StrategyInput;
  readonly value: StandIns;
  readonly onChange: (value: StandIns) => void;
}) {
  const { strategy, value, onChange } = props;
  const { answers, calls } = value;
  const callers = Object.entries(strategy.blocks).flatMap(([id, instance]) => {
    const type = blockByType(instance.type);
    const isCaller = type?.call !== undefined || type?.effects !== undefined;
    return isCaller ? [{ id, name: describeBlock(instance).name, call: type.call?.name }] : [];
  });
  const names = [...new Set(callers.flatMap(({ call }) => (call === undefined ? [] : [call])))];
  const callerOf = (id: string) => callers.find((one) => one.id === id);
  const add = (choice: string | null): void => {
    if (choice?.startsWith('block ') === true) {
      const id = choice.slice('block '.length);
      onChange({ answers: { ...answers, [id]: usualResult(callerOf(id)?.call ?? '') }, calls });
    } else if (choice !== null) {
      const name = choice.slice('call '.length);
      onChange({ answers, calls: { ...calls, [name]: usualResult(name) } });
    }
  };
  return (
    <Input.Wrapper label={t.answers} description={t.answersHelp}>
      <Stack gap={6} mt={4}>
        {Object.entries(answers).map(([id, answer]) => (
          <AnswerRow
            key={`block ${id}`}
            label={callerOf(id)?.name ?? id}
            call={callerOf(id)?.call}
            answer={answer}
            onChange={(next) => onChange({ answers: { ...answers, [id]: next }, calls })}
            onRemove={() => onChange({ answers: omitKeys(answers, [id]), calls })}
          />
        ))}
        {Object.entries(calls).map(([name, answer]) => (
          <AnswerRow
            key={`call ${name}`}
            label={t.everyCall(name)}
            call={name}
            answer={answer}
            onChange={(next) => onChange({ answers, calls: { ...calls, [name]: next } })}
            onRemove={() => onChange({ answers, calls: omitKeys(calls, [name]) })}
          />
        ))}
        <Select
          aria-label={`${t.addRow}: ${t.answers}`}
          placeholder={`${t.addRow}…`}
          size="xs"
          searchable
          value={null}
          data={[
            ...callers
              .filter(({ id }) => !Object.hasOwn(answers, id))
              .map(({ id, name }) => ({ value: `block ${id}`, label: name })),
            ...names
              .filter((name) => !Object.hasOwn(calls, name))
              .map((name) => ({ value: `call ${name}`, label: t.everyCall(name) })),
          ]}
          onChange={add}
        />
      </Stack>
    </Input.Wrapper>
  );
}
