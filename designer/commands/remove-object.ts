import { commands as t } from '../kit/messages/en/commands.ts';
import type { Edit, Snapshot } from './edit.ts';
import { objectId, type ProcessObject } from './process-object.ts';
import { omitKeys, withFields } from './records.ts';
import { withQueue } from './set-object.ts';
import { withoutPositions } from './snapshot-parts.ts';

/** Takes an object away. Uses of its name stay as they are, and the list of problems shows them. */
export function removeObject(object: ProcessObject): Edit {
  return {
    label: t.removeObject(object.kind, object.name),
    apply: (snapshot) => withoutPositions(withoutObject(snapshot, object), undefined, [objectId(object)]),
  };
}

function withoutObject(snapshot: Snapshot, object: ProcessObject): Snapshot {
  const { document } = snapshot;
  const { name } = object;
  switch (object.kind) {
    case 'endpoint':
      return { ...snapshot, document: { ...document, endpoints: omitKeys(document.endpoints ?? {}, [name]) } };
    case 'queue':
      return { ...snapshot, document: { ...document, queues: omitKeys(document.queues ?? {}, [name]) } };
    case 'strategy': {
      const layout = { ...snapshot.layout, strategies: omitKeys(snapshot.layout.strategies, [name]) };
      return { layout, document: { ...document, strategies: omitKeys(document.strategies ?? {}, [name]) } };
    }
    case 'view':
      return withQueue(snapshot, object.queue, (queue) => ({ ...queue, views: omitKeys(queue.views ?? {}, [name]) }));
    case 'submitter':
      return withQueue(snapshot, object.queue, (queue) => {
        const view = queue.views?.[name];
        if (view === undefined) return queue;
        return { ...queue, views: { ...queue.views, [name]: withFields(view, { submitter: undefined }) } };
      });
  }
}
