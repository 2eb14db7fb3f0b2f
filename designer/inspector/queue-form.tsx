import { Switch, Textarea } from '@mantine/core';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { setQueue } from '../commands/set-object.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { WorkbinFields } from './workbin-fields.tsx';
import { useEditor } from '../process/editor-context.tsx';
import { ObjectName } from './object-name.tsx';

/** Settings of a queue. */
export function QueueForm({ name, process }: { readonly name: string; readonly process: BusinessProcess }) {
  const run = useEditor((state) => state.run);
  const queue = process.queues[name];
  if (queue === undefined) return null;
  return (
    <>
      <ObjectName object={{ kind: 'queue', name }} taken={process.queues} />
      <WorkbinFields name={name} queue={queue} />
      {queue.workbin === undefined && (
        <Switch
          label={t.parking}
          description={t.parkingHelp}
          checked={queue.parking}
          onChange={(event) => run(setQueue(name, { parking: event.currentTarget.checked || undefined }))}
        />
      )}
      <Textarea
        label={t.description}
        autosize
        value={queue.description ?? ''}
        onChange={(event) => run(setQueue(name, { description: event.currentTarget.value || undefined }))}
      />
    </>
  );
}
