import type { Building } from './building.ts';
import type { SourceBlock } from './diagram.ts';
import { freshBlockId } from './fresh-names.ts';
import { shortened } from './parameter-of.ts';
import { translateCondition } from './translate-condition.ts';
import { attributeOf } from './xml-element.ts';

/** What a condition on a block came to. */
export interface Guard {
  readonly reasons: readonly string[];
  /** True when the condition is left for a person. */
  readonly isLeft: boolean;
}

/** A block that is carried out only under a condition gets an If before it, whose "false" passes it by. */
export function guardWithCondition(building: Building, block: SourceBlock, id: string): Guard {
  const written = attributeOf(block.element, 'condition')?.trim() ?? '';
  const plain = block.links.find(({ isException }) => !isException);
  if (written === '' || block.isDisabled || plain === undefined) return { reasons: [], isLeft: false };
  const condition = translateCondition(written, building.conversion.names);
  if ('problem' in condition) {
    return { reasons: [`Its condition ${shortened(written)} is left out: ${condition.problem}`], isLeft: true };
  }
  const guard = freshBlockId(`${id}-condition`, 'condition', building.ids);
  building.landings.set(block.id, guard);
  building.blocks.set(guard, {
    type: 'if',
    name: 'Condition',
    note: `The condition of the block that follows: ${written}`,
    config: { condition: { js: condition.js } },
    // where the block itself goes on is known once all are placed
    ports: { true: id, false: `source:${plain.to}` },
  });
  return { reasons: condition.assumptions, isLeft: false };
}
