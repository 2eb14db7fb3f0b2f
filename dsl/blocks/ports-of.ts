import type { Block, Port } from '../block/block.ts';
import { blockByType } from './index.ts';

/** Exits of a fresh block as the palette drops it. */
export function initialPorts(block: Block): readonly Port[] {
  const parsed = block.config.safeParse(block.initial);
  // a fresh block may still lack a name; exits that depend on settings have sound initial ones
  return block.ports(parsed.success ? parsed.data : (block.initial as Record<string, unknown>));
}

/**
 * Exits of a block as a canvas draws them, also while its settings cannot be read or its type is unknown: then those of a
 * fresh block and whatever is wired.
 */
export function portsOf(instance: {
  readonly type: string;
  readonly config?: unknown;
  readonly ports?: Readonly<Record<string, string>> | undefined;
}): readonly Port[] {
  const block = blockByType(instance.type);
  const parsed = block?.config.safeParse(instance.config ?? {});
  if (block !== undefined && parsed?.success === true) return block.ports(parsed.data);
  const fresh = block === undefined ? [] : initialPorts(block);
  const wired = Object.keys(instance.ports ?? {}).filter((name) => !fresh.some((port) => port.name === name));
  return [...fresh, ...wired.map((name): Port => ({ name, kind: name === 'error' ? 'error' : 'branch' }))];
}
