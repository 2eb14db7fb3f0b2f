import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { blockByType } from '#dsl/blocks/index.ts';
import { commands as t } from '../kit/messages/en/commands.ts';
import type { BlockInput, Edit, Snapshot } from './edit.ts';
import { objectId, type ProcessObject } from './process-object.ts';
import { mapValues, renameKey, replaceAt } from './records.ts';
import { withQueue } from './set-object.ts';
import { withCanvas } from './snapshot-parts.ts';

/** Gives an object another name and follows it everywhere the document uses it as a literal. */
export function renameObject(object: Exclude<ProcessObject, { kind: 'submitter' }>, to: string): Edit {
  return {
    label: t.renameObject(object.name, to),
    merge: `rename:${objectId({ ...object, name: to })}`,
    apply: (snapshot) => withCardsRenamed(withRenamed(snapshot, object, to), object, to),
  };
}

function withRenamed(snapshot: Snapshot, object: ProcessObject, to: string): Snapshot {
  const { document } = snapshot;
  switch (object.kind) {
    case 'endpoint':
      return {
        ...snapshot,
        document: { ...document, endpoints: renameKey(document.endpoints ?? {}, object.name, to) },
      };
    case 'queue':
      return { ...snapshot, document: queueRenamed(document, object.name, to) };
    case 'strategy':
      return {
        document: strategyRenamed(document, object.name, to),
        layout: { ...snapshot.layout, strategies: renameKey(snapshot.layout.strategies, object.name, to) },
      };
    case 'view':
    case 'submitter':
      return withQueue(snapshot, object.queue, (queue) => ({
        ...queue,
        views: renameKey(queue.views ?? {}, object.name, to),
      }));
  }
}

function queueRenamed(document: BusinessProcessInput, from: string, to: string): BusinessProcessInput {
  const { errorQueue, endpoints } = document;
  return {
    ...document,
    ...(errorQueue === from && { errorQueue: to }),
    ...(endpoints !== undefined && {
      endpoints: mapValues(endpoints, (endpoint) => (endpoint.queue === from ? { ...endpoint, queue: to } : endpoint)),
    }),
    queues: renameKey(document.queues ?? {}, from, to),
    ...usesRenamed(document, 'queue', from, to),
  };
}

function strategyRenamed(document: BusinessProcessInput, from: string, to: string): BusinessProcessInput {
  const { strategies } = usesRenamed(document, 'strategy', from, to);
  return {
    ...document,
    strategies: renameKey(strategies ?? {}, from, to),
    ...(document.queues !== undefined && {
      queues: mapValues(document.queues, (queue) => ({
        ...queue,
        ...(queue.views !== undefined && {
          views: mapValues(queue.views, (view) =>
            view.submitter?.strategy === from ? { ...view, submitter: { ...view.submitter, strategy: to } } : view,
          ),
        }),
      })),
    }),
  };
}

function usesRenamed(
  document: BusinessProcessInput,
  kind: 'queue' | 'strategy',
  from: string,
  to: string,
): Pick<BusinessProcessInput, 'strategies'> {
  if (document.strategies === undefined) return {};
  return {
    strategies: mapValues(document.strategies, (strategy) => {
      const blocks = mapValues(strategy.blocks, (block) => blockUsesRenamed(block, kind, from, to));
      return blocks === strategy.blocks ? strategy : { ...strategy, blocks };
    }),
  };
}

function blockUsesRenamed(instance: BlockInput, kind: 'queue' | 'strategy', from: string, to: string): BlockInput {
  const block = blockByType(instance.type);
  const config = block?.config.safeParse(instance.config ?? {});
  // settings that cannot be read name nothing; the list of problems tells about them
  if (block === undefined || config?.success !== true) return instance;
  const uses = block.references(config.data).filter((use) => use.kind === kind && use.name === from);
  return uses.reduce(
    (at, use) => ({ ...at, config: replaceAt(at.config, use.path, to) as NonNullable<BlockInput['config']> }),
    instance,
  );
}

function withCardsRenamed(snapshot: Snapshot, object: ProcessObject, to: string): Snapshot {
  const canvas = snapshot.layout.process;
  const renames = new Map([[objectId(object), objectId({ ...object, name: to })]]);
  if (object.kind === 'view') {
    renames.set(objectId({ ...object, kind: 'submitter' }), objectId({ ...object, kind: 'submitter', name: to }));
  }
  const renamed = ([key, at]: [string, { x: number; y: number }]): [string, { x: number; y: number }] => {
    if (object.kind !== 'queue') return [renames.get(key) ?? key, at];
    const moved = key
      .replace(`view:${object.name}/`, `view:${to}/`)
      .replace(`submitter:${object.name}/`, `submitter:${to}/`);
    return [renames.get(key) ?? moved, at];
  };
  const positions = Object.fromEntries(Object.entries(canvas.positions).map(renamed));
  return withCanvas(snapshot, undefined, { ...canvas, positions });
}
