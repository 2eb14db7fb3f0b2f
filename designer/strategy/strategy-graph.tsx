import { blockByType } from '#dsl/blocks/index.ts';
import { portsOf } from '#dsl/blocks/ports-of.ts';
import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import type { CanvasCard, CanvasWire } from '../canvas/canvas-parts.ts';
import type { BlockInput, Position, StrategyInput } from '../commands/edit.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { BlockCard } from './block-card.tsx';
import { type BlockDescription, describeBlock } from './describe-block.ts';

const cardWidth = 256;
const headHeight = 58;
const portsHeight = 24;
// a port's name needs this much to be read
const portWidth = 74;

/** A block with what a layout needs to know of it. */
export interface DescribedBlock {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly ports: BlockDescription['ports'];
  readonly instance: BlockInput;
  readonly block: BlockDescription;
}

const described = new WeakMap<BlockInput, DescribedBlock>();
const wired = new WeakMap<DescribedBlock, readonly CanvasWire[]>();

/** Blocks of a strategy as cards to be placed. A block that did not change is described just once. */
export function describeStrategy(strategy: StrategyInput): DescribedBlock[] {
  return Object.entries(strategy.blocks).map(([id, instance]) => {
    const known = described.get(instance);
    if (known?.id === id) return known;
    const block = describeBlock(instance);
    const fresh = { id, ...sizeOf(block.ports.length), ports: block.ports, instance, block };
    described.set(instance, fresh);
    return fresh;
  });
}

/** Size of the card of a block that has just been added. */
export function freshSize(type: string): { readonly width: number; readonly height: number } {
  return sizeOf(portsOf({ type, config: blockByType(type)?.initial }).length);
}

function sizeOf(ports: number): { readonly width: number; readonly height: number } {
  return { width: Math.max(cardWidth, ports * portWidth), height: headHeight + (ports > 0 ? portsHeight : 0) };
}

/** Wires of a strategy; those of a block that did not change are the same objects again. */
export function wiresOf(blocks: readonly DescribedBlock[]): CanvasWire[] {
  return blocks.flatMap((described) => {
    const known = wired.get(described);
    if (known !== undefined) return known;
    const { id, instance, ports } = described;
    const wires = Object.entries(instance.ports ?? {}).map(([port, to]) => ({
      id: wireId(id, port),
      from: id,
      port,
      to,
      kind: ports.find((candidate) => candidate.name === port)?.kind ?? 'branch',
    }));
    wired.set(described, wires);
    return wires;
  });
}

/** Id of the wire that leaves by a port. */
export function wireId(block: string, port: string): string {
  return `wire:${block}:${port}`;
}

/** Cards of a strategy where they stand, with the marks of their problems. */
export function blockCards(
  blocks: readonly DescribedBlock[],
  places: Readonly<Record<string, Position>>,
  problems: readonly Diagnostic[],
): CanvasCard[] {
  const counts = countsByBlock(problems);
  return blocks.map((described) => {
    const { id, width, height, ports, instance, block } = described;
    const { errors, warnings } = counts.get(id) ?? noProblems;
    const { x, y } = places[id] ?? unplaced;
    const known = drawn.get(described);
    const isSame = known?.errors === errors && known.warnings === warnings;
    if (isSame && known.card.x === x && known.card.y === y) return known.card;
    const card: CanvasCard = {
      id,
      x,
      y,
      width,
      height,
      label: t.blockCard(block.name, block.typeLabel, block.summary),
      shape: 'block',
      hue: `--sb-${block.category}`,
      hasEntrance: !block.isEntry,
      ports: ports.map((port) => ({
        name: port.name,
        kind: port.kind,
        label: port.name,
        isWired: Object.hasOwn(instance.ports ?? {}, port.name),
        isEnd: port.ends === true || port.kind === 'error',
      })),
      content: <BlockCard block={block} errors={errors} warnings={warnings} note={instance.note} />,
    };
    drawn.set(described, { card, errors, warnings });
    return card;
  });
}

const noProblems = { errors: 0, warnings: 0 };
const unplaced = { x: 0, y: 0 };
// the same card for a block that did not change, so that a key in one block draws no other one again
const drawn = new WeakMap<
  DescribedBlock,
  { readonly card: CanvasCard; readonly errors: number; readonly warnings: number }
>();

function countsByBlock(problems: readonly Diagnostic[]): ReadonlyMap<string, typeof noProblems> {
  const counts = new Map<string, typeof noProblems>();
  for (const { block, severity } of problems) {
    if (block === undefined || severity === 'information') continue;
    const { errors, warnings } = counts.get(block) ?? noProblems;
    const isError = severity === 'error';
    counts.set(block, { errors: errors + (isError ? 1 : 0), warnings: warnings + (isError ? 0 : 1) });
  }
  return counts;
}
