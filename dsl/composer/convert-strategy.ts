import type { BlockInstance, Strategy } from '../document/strategy.ts';
import type { Layout } from '../document/layout.ts';
import type { ParityItem } from '../protocol/composer.ts';
import type { Building } from './building.ts';
import type { Conversion, Converted } from './conversion.ts';
import { convertBlock } from './convert-block.ts';
import type { SourceBlock } from './diagram.ts';
import { findEntry } from './find-entry.ts';
import { freshBlockId, legalName } from './fresh-names.ts';
import { guardWithCondition } from './guard-with-condition.ts';
import { layStrategyOut } from './lay-strategy-out.ts';
import { noteFor } from './note-for.ts';
import type { StrategyDraft } from './strategy-draft.ts';
import { addEntry, addLooseEnds } from './strategy-ends.ts';
import { type Wired, wireBlock } from './wire-block.ts';

/** A strategy made of a diagram, with its canvas and a line of the report for every block of the diagram. */
export interface ConvertedStrategy {
  readonly strategy: Strategy;
  readonly canvas: Layout['process'];
  readonly items: readonly ParityItem[];
}

/** Turns a diagram into a strategy. Every block of it becomes one block here, and some more stand for what ours need besides. */
export function convertStrategy(draft: StrategyDraft, conversion: Conversion): ConvertedStrategy {
  const { diagram } = draft;
  const { entry, first } = findEntry(diagram);
  const ids = new Set<string>();
  const building: Building = { draft, conversion, blocks: new Map(), ids, landings: new Map() };
  const entryId = freshBlockId(entry?.name ?? 'entry', 'entry', ids);
  const others = diagram.blocks.filter((block) => block !== entry);
  const made = others.map((block) => {
    const id = freshBlockId(block.name, block.kind === '' ? 'block' : freshable(block.kind), ids);
    building.landings.set(block.id, id);
    return { block, id, converted: convertBlock(block, conversion) };
  });
  const guards = made.map(({ block, id }) => guardWithCondition(building, block, id));
  const byId = new Map(diagram.blocks.map((block) => [block.id, block]));
  const landings = { landingOf: (id: string) => building.landings.get(id), blockOf: (id: string) => byId.get(id) };
  const places = new Map<string, string>(entry === undefined ? [] : [[entry.id, entryId]]);
  const items = made.map(({ block, id, converted }, index) => {
    const wired = wireBlock(block, converted, landings);
    const told = withReasons(
      converted,
      [...wired.reasons, ...(guards[index]?.reasons ?? [])],
      guards[index]?.isLeft === true,
    );
    building.blocks.set(id, instanceOf(block, told, wired));
    places.set(block.id, id);
    return itemOf(draft, block, id, told);
  });
  const begun = addEntry(building, { id: entryId, entry, first });
  addLooseEnds(building, begun.handler);
  const own = entry === undefined ? [] : [itemOf(draft, entry, entryId, begun.converted)];
  const strategy: Strategy = {
    kind: draft.isSubroutine ? 'subroutine' : 'strategy',
    ...(diagram.designedUsing === '' ? {} : { description: `From ${diagram.file}, ${diagram.designedUsing}` }),
    blocks: Object.fromEntries(building.blocks),
  };
  return { strategy, canvas: layStrategyOut(diagram, places, [...building.blocks.keys()]), items: [...own, ...items] };
}

function withReasons(converted: Converted, reasons: readonly string[], isLeft: boolean): Converted {
  if (reasons.length === 0) return converted;
  const level = isLeft ? 'placeholder' : converted.level === 'exact' ? 'near' : converted.level;
  return { ...converted, level, reasons: [...converted.reasons, ...reasons] };
}

function instanceOf(block: SourceBlock, converted: Converted, { ports }: Wired): BlockInstance {
  const note = noteFor(block, converted);
  return {
    type: converted.type,
    name: legalName(block.name, block.kind === '' ? 'Block' : block.kind),
    ...(note === '' ? {} : { note }),
    config: converted.config as BlockInstance['config'],
    ports,
  };
}

function itemOf(
  draft: StrategyDraft,
  block: SourceBlock,
  id: string,
  { type, level, reasons }: Pick<Converted, 'type' | 'level' | 'reasons'>,
): ParityItem {
  const { file, name } = draft.diagram;
  return {
    file,
    diagram: name,
    name: block.name === '' ? block.id : block.name,
    type: block.type,
    level,
    ours: { kind: 'strategy', name: draft.name, block: id, type },
    reasons: [...new Set(reasons)],
  };
}

function freshable(kind: string): string {
  return /^[a-z]/.test(kind) ? kind.replace(/[^a-z0-9-]/g, '').slice(0, 40) : 'block';
}
