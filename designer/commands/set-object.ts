import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { commands as t } from '../kit/messages/en/commands.ts';
import type { Edit, EndpointInput, QueueInput, Snapshot, StrategyInput, ViewInput } from './edit.ts';
import { withFields } from './records.ts';
import { withStrategy } from './snapshot-parts.ts';

type Changes<Target> = { readonly [Key in keyof Target]?: Target[Key] | undefined };

/** Changes fields of the process itself. `undefined` takes a field away. */
export function setProcess(
  changes: Changes<Pick<BusinessProcessInput, 'description' | 'errorQueue' | 'macros'>>,
): Edit {
  return {
    label: t.setProcess,
    merge: `process:${Object.keys(changes).join()}`,
    apply: (snapshot) => ({ ...snapshot, document: withFields(snapshot.document, changes) }),
  };
}

/** Changes fields of an endpoint. */
export function setEndpoint(name: string, changes: Changes<EndpointInput>): Edit {
  return {
    label: t.setObject('endpoint', name),
    merge: `endpoint:${name}:${Object.keys(changes).join()}`,
    apply: (snapshot) => {
      const { endpoints = {} } = snapshot.document;
      const endpoint = endpoints[name];
      if (endpoint === undefined) return snapshot;
      const changed = { ...endpoints, [name]: withFields(endpoint, changes) };
      return { ...snapshot, document: { ...snapshot.document, endpoints: changed } };
    },
  };
}

/** Changes fields of a queue. */
export function setQueue(name: string, changes: Changes<QueueInput>): Edit {
  return {
    label: t.setObject('queue', name),
    merge: `queue:${name}:${Object.keys(changes).join()}`,
    apply: (snapshot) => withQueue(snapshot, name, (queue) => withFields(queue, changes)),
  };
}

/** Changes fields of a view, its submitter among them. */
export function setView(queue: string, name: string, changes: Changes<ViewInput>): Edit {
  return {
    label: t.setObject('view', name),
    merge: `view:${queue}/${name}:${Object.keys(changes).join()}`,
    apply: (snapshot) =>
      withQueue(snapshot, queue, (before) => {
        const view = before.views?.[name];
        return view === undefined
          ? before
          : { ...before, views: { ...before.views, [name]: withFields(view, changes) } };
      }),
  };
}

/** Changes what a strategy is: its kind and description; its blocks have edits of their own. */
export function setStrategy(name: string, changes: Changes<Pick<StrategyInput, 'description' | 'kind'>>): Edit {
  return {
    label: t.setObject('strategy', name),
    merge: `strategy:${name}:${Object.keys(changes).join()}`,
    apply: (snapshot) => withStrategy(snapshot, name, (strategy) => withFields(strategy, changes)),
  };
}

/** The snapshot with one queue changed; as it was when there is no such queue. */
export function withQueue(snapshot: Snapshot, name: string, change: (queue: QueueInput) => QueueInput): Snapshot {
  const { queues = {} } = snapshot.document;
  const queue = Object.hasOwn(queues, name) ? queues[name] : undefined;
  if (queue === undefined) return snapshot;
  return { ...snapshot, document: { ...snapshot.document, queues: { ...queues, [name]: change(queue) } } };
}
