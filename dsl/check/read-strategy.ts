import type { Block, Port } from '../block/block.ts';
import { blockByType, blocks } from '../blocks/index.ts';
import type { BlockInstance, Strategy } from '../document/strategy.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { suggestion } from '../errors/nearest.ts';
import { describeIssues } from './describe-issues.ts';

/** A block of a document together with its type, its settings with defaults filled in, and its exits. */
export interface ReadBlock {
  readonly id: string;
  readonly instance: BlockInstance;
  readonly block: Block;
  readonly config: Record<string, unknown>;
  readonly ports: readonly Port[];
}

/** A strategy whose blocks have been read; those that cannot be are left out and told in `diagnostics`. */
export interface ReadStrategy {
  readonly name: string;
  readonly strategy: Strategy;
  readonly blocks: ReadonlyMap<string, ReadBlock>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads every block of a strategy by the schema of its type. */
export function readStrategy(name: string, strategy: Strategy): ReadStrategy {
  const read = new Map<string, ReadBlock>();
  const diagnostics: Diagnostic[] = [];
  for (const [id, instance] of Object.entries(strategy.blocks)) {
    const one = readBlock(id, instance);
    if ('block' in one) read.set(id, one);
    else {
      const path = ['strategies', name, 'blocks', id];
      const place = { severity: 'error' as const, strategy: name, block: id };
      diagnostics.push(...one.problems.map((problem) => ({ ...problem, ...place, path: [...path, ...problem.path] })));
    }
  }
  return { name, strategy, blocks: read, diagnostics };
}

/** The entry blocks of a strategy, in document order; a sound strategy has one. */
export function entriesOf(read: ReadStrategy): ReadBlock[] {
  return [...read.blocks.values()].filter(({ block }) => block.role === 'entry');
}

/** The block a port leads to, its fallback's wire included; undefined when nothing is wired. */
export function wireOf(read: ReadBlock, port: Port): string | undefined {
  const { ports } = read.instance;
  const own = Object.hasOwn(ports, port.name) ? ports[port.name] : undefined;
  return own ?? (port.fallback !== undefined && Object.hasOwn(ports, port.fallback) ? ports[port.fallback] : undefined);
}

interface Problem {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const known = new WeakMap<BlockInstance, ReadBlock>();

// documents are never changed in place: a block that was read before reads the same again
function readBlock(id: string, instance: BlockInstance): ReadBlock | { problems: readonly Problem[] } {
  const before = known.get(instance);
  if (before !== undefined && before.id === id) return before;
  const read = readFreshBlock(id, instance);
  if ('block' in read) known.set(instance, read);
  return read;
}

function readFreshBlock(id: string, instance: BlockInstance): ReadBlock | { problems: readonly Problem[] } {
  const block = blockByType(instance.type);
  if (block === undefined) {
    const known = blocks.map(({ type }) => type);
    const message = `"${instance.type}" is not a block type; ${suggestion(instance.type, known)}`;
    return { problems: [{ code: 'document/unknown-block-type', path: ['type'], message }] };
  }
  const parsed = block.config.safeParse(instance.config);
  if (!parsed.success) {
    const problems = describeIssues(block.config, parsed.error.issues, instance.config);
    return { problems: problems.map((problem) => ({ ...problem, path: ['config', ...problem.path] })) };
  }
  const config: Record<string, unknown> = parsed.data;
  return { id, instance, block, config, ports: block.ports(config) };
}
