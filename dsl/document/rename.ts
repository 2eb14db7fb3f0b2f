import type { Reference } from '../block/block.ts';
import type { BusinessProcess } from './business-process.ts';
import type { Layout } from './layout.ts';
import { referencesOf } from './references-of.ts';

/** Kinds of names whose every use in a process can be found; variables belong to one strategy and are not among them. */
export type RenamedKind = Exclude<Reference['kind'], 'variable'>;

/**
 * The process with a queue, a strategy or something outside renamed: its key, and every use in endpoints, views, blocks
 * and strategy tests. Names that expressions compute are not followed. The order of keys stays.
 */
export function renameInProcess(
  process: BusinessProcess,
  kind: RenamedKind,
  from: string,
  to: string,
): BusinessProcess {
  const renamed = structuredClone(process);
  for (const { kind: used, name, path } of referencesOf(process)) {
    if (used === kind && name === from) writeAt(renamed, path, to);
  }
  if (kind === 'queue') {
    renamed.queues = renamedKey(renamed.queues, from, to);
    for (const { tests } of Object.values(renamed.strategies)) {
      for (const test of Object.values(tests ?? {})) if (test.expect.queue === from) test.expect.queue = to;
    }
  }
  if (kind === 'strategy') renamed.strategies = renamedKey(renamed.strategies, from, to);
  return renamed;
}

/** The layout after such a rename: cards of the process canvas (`queue:name`, `view:name/view`) and the strategy's own canvas. */
export function renameInLayout(layout: Layout, kind: 'queue' | 'strategy', from: string, to: string): Layout {
  const moved = (key: string) => {
    if (key === `${kind}:${from}`) return `${kind}:${to}`;
    const views = `view:${from}/`;
    return kind === 'queue' && key.startsWith(views) ? `view:${to}/${key.slice(views.length)}` : key;
  };
  const positions = Object.fromEntries(
    Object.entries(layout.process.positions).map(([key, position]) => [moved(key), position]),
  );
  const strategies = kind === 'strategy' ? renamedKey(layout.strategies, from, to) : layout.strategies;
  return { process: { ...layout.process, positions }, strategies };
}

function renamedKey<Value>(record: Record<string, Value>, from: string, to: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));
}

function writeAt(root: object, path: readonly (string | number)[], value: string): void {
  const last = path.at(-1);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], root);
  if (last !== undefined && typeof parent === 'object' && parent !== null) Object.assign(parent, { [last]: value });
}
