import { blockByType } from '../blocks/index.ts';
import type { Port } from '../block/block.ts';
import type { Converted } from './conversion.ts';
import type { SourceBlock, SourceLink } from './diagram.ts';

/** The wires of a block, and what became of the links that are none. */
export interface Wired {
  readonly ports: Record<string, string>;
  readonly reasons: readonly string[];
}

/** Where links lead to, by our ids, and what of the diagram they lead to. */
export interface Landings {
  landingOf(sourceId: string): string | undefined;
  blockOf(sourceId: string): SourceBlock | undefined;
}

/** Wires a block: a link for each port, the most telling exceptions first. */
export function wireBlock(block: SourceBlock, converted: Converted, landings: Landings): Wired {
  const known = portsOf(converted).map(({ name }) => name);
  const ports = new Map<string, string>();
  const reasons: string[] = [];
  for (const link of block.links.toSorted((left, right) => rank(left) - rank(right))) {
    const port = converted.portOf(link);
    const to = landings.landingOf(link.to);
    if (to === undefined) continue;
    if (port === undefined || !known.includes(port)) {
      reasons.push(...missed(link, converted, landings));
    } else if (!ports.has(port)) ports.set(port, to);
    else if (ports.get(port) !== to) reasons.push(...missed(link, converted, landings));
  }
  reasons.push(...afterTheEnd(block, converted, landings));
  for (const [port, like] of converted.alike ?? []) {
    const to = ports.get(like);
    if (to !== undefined && !ports.has(port)) ports.set(port, to);
  }
  return { ports: Object.fromEntries(ports), reasons };
}

/** The exits of the block it became. */
export function portsOf({ type, config }: Pick<Converted, 'type' | 'config'>): readonly Port[] {
  const block = blockByType(type);
  const parsed = block?.config.safeParse(config);
  return block !== undefined && parsed?.success === true ? block.ports(parsed.data) : [];
}

/** What a diagram does after routing is never come to: a strategy ends with the agent's acceptance. */
function afterTheEnd(block: SourceBlock, converted: Converted, { blockOf }: Landings): string[] {
  const ending = portsOf(converted).filter(({ ends }) => ends === true);
  const after = block.links.filter((link) => ending.some(({ name }) => name === converted.portOf(link)));
  const goesOn = after.some(({ to }) => !['exit', 'disconnect', undefined].includes(blockOf(to)?.kind));
  return goesOn ? ['The strategy ends with routing: what follows it there is not carried out here.'] : [];
}

function missed(link: SourceLink, converted: Converted, { blockOf }: Landings): string[] {
  const target = blockOf(link.to);
  const title = target === undefined || target.name === '' ? link.to : target.name;
  if ((converted.dispensable ?? []).includes(link.name)) return [];
  if (link.name === 'interaction.deleted') {
    // the run ends with its interaction, so there is nothing to do but what the diagram did besides ending
    return target?.kind === 'exit' || target?.kind === 'disconnect'
      ? []
      : [`When the interaction is gone the run ends by itself; "${title}" is not carried out then.`];
  }
  const name = link.name === '' ? 'a further way on' : `"${link.name}"`;
  return [`The way to "${title}" by ${name} is not taken here.`];
}

function rank({ isException, name }: SourceLink): number {
  if (!isException) return 0;
  return name === 'interaction.deleted' || name === 'queue.cancel.done' ? 3 : name.startsWith('error') ? 1 : 2;
}
