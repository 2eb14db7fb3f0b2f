import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { referencesOf } from '#dsl/document/references-of.ts';
import { commands as t } from '../kit/messages/en/commands.ts';
import type { Edit, Snapshot } from './edit.ts';
import { objectId, type ProcessObject } from './process-object.ts';
import { readDocument } from './read-document.ts';
import { mapValues, renameKey, replaceAt } from './records.ts';
import { withQueue } from './set-object.ts';
import { withCanvas, withFrames } from './snapshot-parts.ts';

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
  const renamed = usesRenamed(document, 'queue', from, to);
  return { ...renamed, queues: renameKey(renamed.queues ?? {}, from, to) };
}

function strategyRenamed(document: BusinessProcessInput, from: string, to: string): BusinessProcessInput {
  const renamed = usesRenamed(document, 'strategy', from, to);
  return { ...renamed, strategies: renameKey(renamed.strategies ?? {}, from, to) };
}

function usesRenamed(
  document: BusinessProcessInput,
  kind: 'queue' | 'strategy',
  from: string,
  to: string,
): BusinessProcessInput {
  const { process } = readDocument(document);
  if (process === undefined) return document;
  const uses = referencesOf(process).filter((use) => use.kind === kind && use.name === from);
  return uses.reduce((at, use) => replaceAt(at, use.path, to) as BusinessProcessInput, document);
}

function withCardsRenamed(snapshot: Snapshot, object: ProcessObject, to: string): Snapshot {
  const canvas = snapshot.layout.process;
  const renames = new Map([[objectId(object), objectId({ ...object, name: to })]]);
  if (object.kind === 'view') {
    renames.set(objectId({ ...object, kind: 'submitter' }), objectId({ ...object, kind: 'submitter', name: to }));
  }
  const renamed = (key: string): string => {
    if (object.kind !== 'queue') return renames.get(key) ?? key;
    const moved = key
      .replace(`view:${object.name}/`, `view:${to}/`)
      .replace(`submitter:${object.name}/`, `submitter:${to}/`);
    return renames.get(key) ?? moved;
  };
  const positions = Object.fromEntries(Object.entries(canvas.positions).map(([key, at]) => [renamed(key), at]));
  const frames = mapValues(canvas.frames ?? {}, (frame) => ({ ...frame, cards: frame.cards.map(renamed) }));
  return withFrames(withCanvas(snapshot, undefined, { ...canvas, positions }), undefined, frames);
}
