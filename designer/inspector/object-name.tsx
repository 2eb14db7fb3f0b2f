import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { nameSchema } from '#dsl/document/strategy.ts';
import { objectId, type ProcessObject } from '../commands/process-object.ts';
import { renameObject } from '../commands/rename-object.ts';
import { design } from '../kit/messages/en/design.ts';
import { find } from '../kit/messages/en/find.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useOpenProcess } from '../process/editor-context.tsx';
import { useUses } from './where-used.tsx';

/** The name of an object; a new one is taken over when the field is left, and followed everywhere it is used. */
export function ObjectName(props: {
  readonly object: Exclude<ProcessObject, { kind: 'submitter' }>;
  readonly taken: Readonly<Record<string, unknown>>;
}) {
  const { object, taken } = props;
  const { editor } = useOpenProcess();
  const { elsewhere } = useUses(object.kind === 'strategy' ? 'strategy' : 'queue', object.name);
  const others = [...new Set(elsewhere.map((use) => use.process))];
  const isShared = object.kind === 'queue' && others.length > 0;
  const [text, setText] = useState(object.name);
  const isTaken = text !== object.name && Object.hasOwn(taken, text);
  const isFit = nameSchema.safeParse(text).success;
  const error = isTaken ? t.nameTaken : isFit ? undefined : design.nameBlank;
  const take = (): void => {
    if (text === object.name) return;
    if (error !== undefined) {
      setText(object.name);
      return;
    }
    const { run, select } = editor.getState();
    run(renameObject(object, text));
    select([objectId({ ...object, name: text })]);
  };
  return (
    <TextInput
      label={t.name}
      value={text}
      error={error}
      description={isShared && find.renameElsewhere(others)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') setText(object.name);
      }}
    />
  );
}
