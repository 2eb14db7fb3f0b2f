import type { Reference } from '../block/block.ts';
import { blockByType } from '../blocks/index.ts';
import type { BusinessProcess } from './business-process.ts';

/** A use of a name anywhere in a process; the path begins at the document's root. */
export interface PlacedReference {
  readonly kind: Reference['kind'];
  readonly name: string;
  readonly path: readonly (string | number)[];
}

/** Every use of a name in a process: by endpoints, views, the error queue, the settings of blocks and strategy tests. Where-used, rename and export live on it. */
export function referencesOf(process: BusinessProcess): readonly PlacedReference[] {
  return [
    { kind: 'queue', name: process.errorQueue, path: ['errorQueue'] },
    ...Object.entries(process.endpoints).map(([endpoint, { queue }]) => ({
      kind: 'queue' as const,
      name: queue,
      path: ['endpoints', endpoint, 'queue'],
    })),
    ...submittersOf(process),
    ...Object.keys(process.strategies).flatMap((name) => referencesOfStrategy(process, name)),
    ...expectationsOf(process),
  ];
}

/** Every use of a name by the blocks of one strategy. Settings that cannot be read yield none. */
function referencesOfStrategy(process: BusinessProcess, strategy: string): readonly PlacedReference[] {
  return Object.entries(process.strategies[strategy]?.blocks ?? {}).flatMap(([id, instance]) => {
    const block = blockByType(instance.type);
    const config = block?.config.safeParse(instance.config);
    if (block === undefined || config?.success !== true) return [];
    const path = ['strategies', strategy, 'blocks', id, 'config'];
    return block.references(config.data).map((one) => ({ ...one, path: [...path, ...one.path] }));
  });
}

function submittersOf(process: BusinessProcess): PlacedReference[] {
  return Object.entries(process.queues).flatMap(([queue, { views }]) =>
    Object.entries(views).flatMap(([view, { submitter }]): PlacedReference[] =>
      submitter === undefined
        ? []
        : [
            {
              kind: 'strategy',
              name: submitter.strategy,
              path: ['queues', queue, 'views', view, 'submitter', 'strategy'],
            },
          ],
    ),
  );
}

/** Queues in which strategy tests expect the interaction. */
function expectationsOf(process: BusinessProcess): PlacedReference[] {
  return Object.entries(process.strategies).flatMap(([strategy, { tests }]) =>
    Object.entries(tests ?? {}).flatMap(([test, { expect }]): PlacedReference[] =>
      expect.queue === undefined
        ? []
        : [{ kind: 'queue', name: expect.queue, path: ['strategies', strategy, 'tests', test, 'expect', 'queue'] }],
    ),
  );
}
