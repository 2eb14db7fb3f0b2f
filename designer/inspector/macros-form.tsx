import { ActionIcon, Button, Group, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { attachedKeys } from '#dsl/check/attached-keys.ts';
import { macroParameterTypes, scriptTypes } from '#dsl/compile/script-types.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import type { Macro } from '#dsl/document/macro.ts';
import { freeName, omitKeys } from '../commands/records.ts';
import { renameMacro } from '../commands/rename-macro.ts';
import { setProcess } from '../commands/set-object.ts';
import { inspector } from '../kit/messages/en/inspector.ts';
import { macros as t } from '../kit/messages/en/macros.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import { ExpressionField } from './expression-field.tsx';
import { InspectorContext } from './inspector-context.ts';
import classes from './inspector.module.css';

/** The macros of a process: expressions with parameters, kept once and used by name. */
export function MacrosForm({ process }: { readonly process: BusinessProcess }) {
  const run = useEditor((state) => state.run);
  const written = useEditor((state) => state.snapshot.document.macros) ?? {};
  const { problems } = useOpenProcess();
  const surroundings = useMemo(
    () => ({
      namesFor: () => undefined,
      creatorOf: () => undefined,
      keysFor: () => undefined,
      conditionFields: [],
      types: scriptTypes({}, process.macros, attachedKeys(process.strategies)) + macroParameterTypes(process.macros),
    }),
    [process.macros, process.strategies],
  );
  const set = (macros: Readonly<Record<string, unknown>>): void =>
    run(setProcess({ macros: Object.keys(macros).length === 0 ? undefined : (macros as typeof written) }));
  return (
    <InspectorContext value={surroundings}>
      <Stack gap={8} role="group" aria-label={t.title}>
        <Text size="sm" fw={600}>
          {t.title}
        </Text>
        <Text size="xs" c="dimmed">
          {t.help}
        </Text>
        {Object.entries(process.macros).map(([name, macro]) => (
          <MacroFields
            key={name}
            name={name}
            macro={macro}
            taken={written}
            problem={problems.find(({ path }) => path[0] === 'macros' && path[1] === name)?.message}
            onRename={(to) => run(renameMacro(name, to))}
            onChange={(change) => set({ ...written, [name]: { ...written[name], ...change } })}
            onRemove={() => set(omitKeys(written, [name]))}
          />
        ))}
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => set({ ...written, [freeName('macro', written).replace(' ', '')]: { expression: 'true' } })}
        >
          {t.add}
        </Button>
      </Stack>
    </InspectorContext>
  );
}

function MacroFields(props: {
  readonly name: string;
  readonly macro: Macro;
  readonly taken: Readonly<Record<string, unknown>>;
  readonly problem: string | undefined;
  readonly onRename: (to: string) => void;
  readonly onChange: (change: Partial<Macro>) => void;
  readonly onRemove: () => void;
}) {
  const { name, macro, taken, problem, onChange } = props;
  const [text, setText] = useState(name);
  const isTaken = text !== name && Object.hasOwn(taken, text);
  const isFit = /^[A-Za-z_]\w{0,63}$/.test(text);
  return (
    <div className={classes.row} role="group" aria-label={t.of(name)}>
      <div className={classes.rowFields}>
        <TextInput
          size="xs"
          label={inspector.name}
          value={text}
          error={isTaken ? inspector.nameTaken : isFit ? undefined : t.nameWrong}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => (isTaken || !isFit ? setText(name) : text !== name && props.onRename(text))}
        />
        <TagsInput
          size="xs"
          label={t.parameters}
          value={macro.parameters}
          placeholder={macro.parameters.length === 0 ? inspector.addByEnter : ''}
          onChange={(parameters) => onChange({ parameters: parameters.filter((one) => /^[A-Za-z_]\w*$/.test(one)) })}
        />
        <Group gap={4} align="flex-start">
          <ExpressionField
            label={t.expression(name)}
            value={macro.expression}
            onChange={(expression) => onChange({ expression })}
          />
        </Group>
        {problem !== undefined && (
          <Text size="xs" c="var(--sb-bad)" role="alert">
            {problem}
          </Text>
        )}
      </div>
      <ActionIcon
        size={22}
        aria-label={inspector.removeNamed(name)}
        title={inspector.removeNamed(name)}
        onClick={props.onRemove}
      >
        <IconTrash size={14} />
      </ActionIcon>
    </div>
  );
}
