import { Select, TextInput } from '@mantine/core';
import type { InteractionQueue } from '#dsl/document/business-process.ts';
import { workbinOwnerTypeSchema } from '#dsl/model/workbin.ts';
import { setQueue } from '../commands/set-object.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useEditor } from '../process/editor-context.tsx';

/** Whether a queue is a workbin, whose, and how agents see it called. */
export function WorkbinFields({ name, queue }: { readonly name: string; readonly queue: InteractionQueue }) {
  const run = useEditor((state) => state.run);
  const { workbin } = queue;
  return (
    <>
      <Select
        label={t.workbinOwner}
        description={t.workbinOwnerHelp}
        placeholder={t.workbinNone}
        clearable
        data={workbinOwnerTypeSchema.options.map((value) => ({ value, label: t.workbinOwners[value] }))}
        value={workbin?.owner ?? null}
        onChange={(owner) => {
          const read = workbinOwnerTypeSchema.safeParse(owner);
          run(
            setQueue(name, {
              workbin: read.success ? { ...workbin, owner: read.data } : undefined,
              parking: undefined,
            }),
          );
        }}
      />
      {workbin !== undefined && (
        <TextInput
          label={t.workbinDisplayName}
          description={t.workbinDisplayNameHelp}
          placeholder={name}
          value={workbin.displayName ?? ''}
          maxLength={128}
          onChange={({ currentTarget: { value } }) =>
            run(setQueue(name, { workbin: { owner: workbin.owner, ...(value !== '' && { displayName: value }) } }))
          }
        />
      )}
    </>
  );
}
