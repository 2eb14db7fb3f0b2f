import { blockByType } from '#dsl/blocks/index.ts';
import { portsOf } from '#dsl/blocks/ports-of.ts';
import type { BlockInput } from './edit.ts';

/**
 * A block after its settings changed, with its wires following: an exit that was renamed keeps its wire, the wire of one
 * that is gone goes too. While settings cannot be read nothing is taken away.
 */
export function followPorts(before: BlockInput, after: BlockInput): BlockInput {
  const { ports } = after;
  if (ports === undefined || Object.keys(ports).length === 0) return after;
  if (blockByType(after.type)?.config.safeParse(after.config ?? {}).success !== true) return after;
  const old = portsOf({ ...before, ports: {} }).map(({ name }) => name);
  const now = portsOf({ ...after, ports: {} }).map(({ name }) => name);
  const renamed = new Map(old.length === now.length ? old.map((name, index) => [name, now[index] ?? name]) : []);
  const changed = [...renamed].filter(([from, to]) => from !== to);
  const [rename, ...more] = changed;
  const entries = Object.entries(ports).map(
    ([port, to]) => [rename !== undefined && more.length === 0 && port === rename[0] ? rename[1] : port, to] as const,
  );
  return { ...after, ports: Object.fromEntries(entries.filter(([port]) => now.includes(port))) };
}
