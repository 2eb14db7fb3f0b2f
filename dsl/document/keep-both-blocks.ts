import { isDeepEqual } from './is-deep-equal.ts';

/** A block that was given another id, because both sides had added a block under the same one. */
export interface MovedBlock {
  readonly strategy: string;
  readonly from: string;
  readonly to: string;
}

type Json = Record<string, unknown>;

/**
 * Two people who add a block of the same kind get the same id for it, and still mean two blocks. Answers their document with
 * such blocks under fresh ids, and with the wires and strategy tests of their side following.
 */
export function keepBothBlocks(
  base: unknown,
  ours: unknown,
  theirs: unknown,
): { theirs: unknown; moved: MovedBlock[] } {
  const moved = Object.entries(at(theirs, 'strategies')).flatMap(([strategy, mine]) => {
    const before = at(base, 'strategies')[strategy];
    const other = at(ours, 'strategies')[strategy];
    // a strategy that is new on both sides is one thing, not blocks of two
    if (before === undefined || other === undefined) return [];
    return clashesOf(at(before, 'blocks'), at(other, 'blocks'), at(mine, 'blocks')).map((one) => ({
      strategy,
      ...one,
    }));
  });
  if (moved.length === 0) return { theirs, moved };
  const strategies = Object.entries(at(theirs, 'strategies')).map(([name, strategy]) => {
    const ids = new Map(moved.filter((one) => one.strategy === name).map(({ from, to }) => [from, to]));
    return [name, ids.size === 0 ? strategy : withIds(strategy as Json, ids)];
  });
  return { theirs: { ...(theirs as Json), strategies: Object.fromEntries(strategies) }, moved };
}

function clashesOf(base: Json, ours: Json, theirs: Json): { from: string; to: string }[] {
  const taken = new Set([base, ours, theirs].flatMap((blocks) => Object.keys(blocks)));
  return Object.keys(theirs)
    .toSorted()
    .filter((id) => base[id] === undefined && ours[id] !== undefined && !isDeepEqual(ours[id], theirs[id]))
    .map((from) => {
      const to = freshId(from, taken);
      taken.add(to);
      return { from, to };
    });
}

/** Ids are at most 64 letters long. */
function freshId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const wish = `${id.slice(0, 60)}-${number}`;
    if (!taken.has(wish)) return wish;
  }
}

function withIds(strategy: Json, ids: ReadonlyMap<string, string>): Json {
  const moved = (id: unknown): unknown => (typeof id === 'string' ? (ids.get(id) ?? id) : id);
  const keyed = (record: Json, change: (value: unknown) => unknown): Json =>
    Object.fromEntries(Object.entries(record).map(([id, one]) => [ids.get(id) ?? id, change(one)]));
  const wired = (block: unknown): unknown => {
    if (!isRecord(block) || !isRecord(block.ports)) return block;
    const ports = Object.entries(block.ports).map(([port, to]) => [port, moved(to)]);
    return { ...block, ports: Object.fromEntries(ports) };
  };
  const tested = (test: unknown): unknown => {
    if (!isRecord(test)) return test;
    const { given, expect } = test;
    return {
      ...test,
      ...(isRecord(given) && isRecord(given.answers)
        ? { given: { ...given, answers: keyed(given.answers, (answer) => answer) } }
        : {}),
      ...(isRecord(expect) && Array.isArray(expect.path)
        ? { expect: { ...expect, path: expect.path.map(moved) } }
        : {}),
    };
  };
  const tests = isRecord(strategy.tests)
    ? { tests: Object.fromEntries(Object.entries(strategy.tests).map(([name, test]) => [name, tested(test)])) }
    : {};
  return { ...strategy, blocks: keyed(at(strategy, 'blocks'), wired), ...tests };
}

function at(value: unknown, key: string): Json {
  const member = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isRecord(member) ? member : {};
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
