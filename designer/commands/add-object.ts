import type { Workbin } from '#dsl/model/workbin.ts';
import { commands as t } from '../kit/messages/en/commands.ts';
import type { Edit, Position, Snapshot, StrategyInput } from './edit.ts';
import { objectId, type ProcessObject } from './process-object.ts';
import { withQueue } from './set-object.ts';
import { withPositions } from './snapshot-parts.ts';

/** What a new strategy consists of: an Entry, waiting for the first block. */
const freshStrategy: StrategyInput = { blocks: { entry: { type: 'entry' } } };

/** Where the card of a new object goes, and what it is connected to from the start. */
export interface NewObject {
  readonly position?: Position;
  /** Endpoint: the queue it feeds. View: the strategy its submitter hands to. */
  readonly leadsTo?: string;
  /** Queue: makes it a workbin. */
  readonly workbin?: Workbin;
  /** Strategy: what it consists of, instead of an Entry alone. */
  readonly strategy?: StrategyInput;
}

/** Adds an endpoint, a queue, a view or a strategy; a queue that has no name yet in the document comes empty. */
export function addObject(object: Exclude<ProcessObject, { kind: 'submitter' }>, wish: NewObject = {}): Edit {
  return {
    label: t.addObject(object.kind, object.name),
    apply: (snapshot) => {
      const added = withObject(snapshot, object, wish);
      return wish.position === undefined
        ? added
        : withPositions(added, undefined, { [objectId(object)]: wish.position });
    },
  };
}

function withObject(snapshot: Snapshot, object: ProcessObject, { leadsTo, workbin, strategy }: NewObject): Snapshot {
  const { document } = snapshot;
  const { name } = object;
  switch (object.kind) {
    case 'endpoint': {
      const endpoint = { media: 'email', queue: leadsTo ?? Object.keys(document.queues ?? {})[0] ?? '' };
      return { ...snapshot, document: { ...document, endpoints: { ...document.endpoints, [name]: endpoint } } };
    }
    case 'queue':
      return {
        ...snapshot,
        document: { ...document, queues: { ...document.queues, [name]: { ...(workbin && { workbin }) } } },
      };
    case 'strategy':
      return {
        ...snapshot,
        document: { ...document, strategies: { ...document.strategies, [name]: strategy ?? freshStrategy } },
      };
    case 'view':
    case 'submitter':
      return withQueue(snapshot, object.queue, (queue) => ({
        ...queue,
        views: { ...queue.views, [name]: leadsTo === undefined ? {} : { submitter: { strategy: leadsTo } } },
      }));
  }
}
