import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type StrategyTest, strategyTestSchema, type StrategyTestInput } from '#dsl/document/strategy-test.ts';
import type { TestResult } from '#dsl/testing/run-tests.ts';
import type { StrategyInput } from '../commands/edit.ts';
import { freeName } from '../commands/records.ts';
import { removeTest, renameTest, setTest } from '../commands/test-edits.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import { describeBlock } from '../strategy/describe-block.ts';
import { ExpectFields } from './expect-fields.tsx';
import { GivenFields } from './given-fields.tsx';
import { expectationOf, sparse } from './sparse-test.ts';
import classes from './simulate.module.css';

/** One test: what differed in its last run, what it gives and what it expects. */
export function TestDetail(props: {
  readonly strategyName: string;
  readonly strategy: StrategyInput;
  readonly title: string;
  readonly test: StrategyTestInput;
  readonly result: TestResult | undefined;
  readonly onChoose: (title: string | undefined) => void;
}) {
  const { strategyName, strategy, title, result, onChoose } = props;
  const run = useEditor((state) => state.run);
  const queues = useEditor((state) => state.snapshot.document.queues);
  const { known } = useOpenProcess();
  const test = strategyTestSchema.parse(props.test);
  const change = (next: StrategyTest): void => run(setTest(strategyName, title, sparse(next)));
  const nameOf = (id: string): string => {
    const instance = strategy.blocks[id];
    return instance === undefined ? id : describeBlock(instance).name;
  };
  const duplicate = (): void => {
    const copy = freeName(title, strategy.tests ?? {});
    run(setTest(strategyName, copy, props.test));
    onChoose(copy);
  };
  const remove = (): void => {
    run(removeTest(strategyName, title));
    onChoose(undefined);
  };
  return (
    <div className={classes.detail}>
      <Group justify="space-between" align="flex-end" wrap="wrap" gap="xs">
        <TitleField
          title={title}
          taken={Object.keys(strategy.tests ?? {})}
          onChange={(to) => {
            run(renameTest(strategyName, title, to));
            onChoose(to);
          }}
        />
        <Group gap={6}>
          <Button
            variant="default"
            size="compact-sm"
            disabled={result === undefined}
            onClick={() => result && change({ ...test, expect: expectationOf(result.outcome) })}
          >
            {t.acceptRun}
          </Button>
          <Button variant="default" size="compact-sm" onClick={duplicate}>
            {t.duplicate}
          </Button>
          <Button variant="default" size="compact-sm" c="red" onClick={remove}>
            {t.deleteTest}
          </Button>
        </Group>
      </Group>
      {result !== undefined && <Differences result={result} />}
      <div className={classes.columns}>
        <Stack gap="sm">
          <Text className={classes.heading ?? ''}>{t.given}</Text>
          <GivenFields strategy={strategy} given={test.given} onChange={(given) => change({ ...test, given })} />
        </Stack>
        <Stack gap="sm">
          <Text className={classes.heading ?? ''}>{t.expected}</Text>
          <ExpectFields
            expect={test.expect}
            found={result?.outcome}
            queues={[...Object.keys(queues ?? {}), ...known.queues]}
            nameOf={nameOf}
            onChange={(expect) => change({ ...test, expect })}
          />
        </Stack>
      </div>
    </div>
  );
}

function Differences({ result }: { readonly result: TestResult }) {
  if (result.passed) {
    return (
      <Text size="sm" c="var(--sb-good)">
        {t.asExpected}
      </Text>
    );
  }
  return (
    <div className={classes.differences} role="status">
      <Text size="sm" fw={600}>
        {t.differs}
      </Text>
      <ul>
        {result.differences.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}

/** The title is changed when it is whole, since it is the key of the test. */
function TitleField(props: {
  readonly title: string;
  readonly taken: readonly string[];
  readonly onChange: (to: string) => void;
}) {
  const [text, setText] = useState(props.title);
  const isTaken = text !== props.title && props.taken.includes(text);
  const isName = /^\S(?:.*\S)?$/u.test(text) && text.length <= 128;
  return (
    <TextInput
      label={t.title}
      size="xs"
      style={{ flex: 1, minWidth: 220 }}
      value={text}
      error={isTaken ? t.titleTaken : !isName && t.titleEmpty}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (isName && !isTaken && text !== props.title) props.onChange(text);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
