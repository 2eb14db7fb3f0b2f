import { z } from 'zod';
import { defineBlock } from '../../block/block.ts';
import { conditionField, conditionFieldToJs } from '../../block/condition-field.ts';
import { segmentPorts, segmentsField, segmentsToJs, shownSegments } from '../../block/segments.ts';

/** Many ways on: the first segment whose condition holds. */
export const genericSegmentation = defineBlock({
  type: 'generic-segmentation',
  config: z.strictObject({
    segments: segmentsField({ condition: conditionField }),
  }),
  face: {
    label: 'Generic Segmentation',
    icon: 'arrow-fork',
    category: 'segmentation',
    help: 'Tries its segments in order and goes on at the port of the first whose condition holds; at "default" when none does.',
    summary: (config) => shownSegments(config.segments),
  },
  ports: (config) => segmentPorts(config.segments),
  references: () => [],
  initial: { segments: [{ port: 'segment-1', condition: { combinator: 'and', rules: [] } }] },
  compile: (config) =>
    segmentsToJs(config.segments.map(({ port, condition }) => ({ port, test: conditionFieldToJs(condition) }))),
});
