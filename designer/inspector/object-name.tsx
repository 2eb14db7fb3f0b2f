import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { nameSchema } from '#dsl/document/strategy.ts';
import { objectId, type ProcessObject } from '../commands/process-object.ts';
import { renameObject } from '../commands/rename-object.ts';
import { design } from '../kit/messages/en/design.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useOpenProcess } from '../process/editor-context.tsx';

/** The name of an object; a new one is taken over when the field is left, and followed everywhere it is used. */
export function ObjectName(props: {
  readonly object: Exclude<ProcessObject, { kind: 'submitter' }>;
  readonly taken: Readonly<Record<string, unknown>>;
}) {
  const { object, taken } = props;
  const { editor } = useOpenProcess();
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
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') setText(object.name);
      }}
    />
  );
}
