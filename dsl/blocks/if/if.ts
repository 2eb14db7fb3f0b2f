import { z } from 'zod';
import { defineBlock, errorPort } from '../../block/block.ts';
import { conditionField, conditionFieldToJs, shownCondition } from '../../block/condition-field.ts';

/** Two ways on, by a condition. */
export const ifBlock = defineBlock({
  type: 'if',
  config: z.strictObject({ condition: conditionField }),
  face: {
    label: 'If',
    icon: 'arrows-split-2',
    category: 'segmentation',
    help:
      'Goes on at "true" or "false". The condition is built from rules over the interaction, the contact, attached data and ' +
      'variables, or written as a JavaScript expression.',
    summary: (config) => shownCondition(config.condition),
  },
  ports: () => [{ name: 'true', kind: 'branch' }, { name: 'false', kind: 'branch' }, errorPort],
  references: () => [],
  initial: { condition: { combinator: 'and', rules: [] } },
  compile: (config) => `return ${conditionFieldToJs(config.condition)} ? "true" : "false";`,
});
