import type { BusinessProcessInput } from '../document/business-process.ts';
import type { ParityItem, ParityLevel } from '../protocol/composer.ts';
import type { Diagram, SourceBlock } from './diagram.ts';
import { errorQueue } from './error-queue.ts';
import { freshLegalName, legalName } from './fresh-names.ts';
import { isIdle } from './idle-settings.ts';
import { shortened } from './parameter-of.ts';
import { commented } from './placeholder.ts';

type Queues = NonNullable<BusinessProcessInput['queues']>;

/** The frame of the process while it grows: what interaction processes draw, and what strategies turn out to need. */
export interface ProcessParts {
  readonly queues: Record<string, Queues[string]>;
  readonly endpoints: NonNullable<BusinessProcessInput['endpoints']>;
  readonly strategies: NonNullable<BusinessProcessInput['strategies']>;
  readonly strategyNames: Set<string>;
  readonly endpointNames: Set<string>;
  readonly positions: Record<string, { x: number; y: number }>;
  readonly items: ParityItem[];
}

/** Begins a process with nothing but its error queue. */
export function beginProcess(strategyNames: Iterable<string>): ProcessParts {
  return {
    queues: { [errorQueue]: { parking: true } },
    endpoints: {},
    strategies: {},
    strategyNames: new Set(strategyNames),
    endpointNames: new Set(),
    positions: {},
    items: [],
  };
}

/** The queue of this name in Composer, made when there is none; an object name such as `project.diagram.Queue` counts by its last part. */
export function queueNamed(parts: ProcessParts, written: string): string {
  const exact = legalName(written.replaceAll('\\', '/'), 'Queue');
  if (Object.hasOwn(parts.queues, exact)) return exact;
  const last = legalName(exact.slice(Math.max(exact.lastIndexOf('.'), exact.lastIndexOf('/')) + 1), exact);
  if (!Object.hasOwn(parts.queues, last))
    parts.queues[last] = { description: 'Made because a diagram names it.', parking: true };
  return last;
}

/** Adds a line of the report for a block of an interaction process. */
export function addItem(
  parts: ProcessParts,
  diagram: Diagram,
  block: SourceBlock,
  became: { readonly ours: ParityItem['ours']; readonly level: ParityLevel; readonly reasons?: readonly string[] },
): void {
  // a placeholder keeps all of the block
  const unread = became.level === 'placeholder' ? [] : (block.unread?.() ?? []);
  const left = unread.filter((one) => !isIdle(one, block));
  const told = left.map(({ path, value }) => `${path} = ${shortened(value)}`).join(', ');
  parts.items.push({
    file: diagram.file,
    diagram: diagram.name,
    name: block.name === '' ? block.id : block.name,
    type: block.type,
    level: left.length > 0 && became.level === 'exact' ? 'near' : became.level,
    ours: became.ours,
    reasons: [
      ...(became.reasons ?? []),
      ...(left.length === 0 ? [] : [`Left out, with no counterpart here: ${told}.`]),
    ],
  });
}

/** A strategy that only says what was to be here, keeps it as comments, and holds the interaction for a person. */
export function addPlaceholderStrategy(parts: ProcessParts, name: string, lines: readonly string[]): string {
  const says = lines[0] ?? '';
  const fresh = freshLegalName(name, 'Strategy', parts.strategyNames);
  parts.strategies[fresh] = {
    description: says,
    blocks: {
      entry: { type: 'entry', ports: { next: 'placeholder' } },
      placeholder: {
        type: 'script',
        name: legalName(name, 'Placeholder'),
        note: says,
        config: {
          code: [`log(${JSON.stringify(`To be done by hand: ${says}`)});`, ...commented(lines), ''].join('\n'),
        },
        ports: { next: 'hold' },
      },
      hold: { type: 'queue-interaction', name: 'Hold', config: { queue: errorQueue } },
    },
  };
  return fresh;
}
