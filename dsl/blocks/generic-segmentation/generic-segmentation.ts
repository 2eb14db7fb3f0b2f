import { z } from 'zod';
import { defineBlock, errorPort } from '../../block/block.ts';
import { conditionField, conditionFieldToJs } from '../../block/condition-field.ts';
import { nameSchema } from '../../document/strategy.ts';

const reserved = new Set(['default', 'error']);

/** Many ways on: the first segment whose condition holds. */
export const genericSegmentation = defineBlock({
  type: 'generic-segmentation',
  config: z.strictObject({
    segments: z
      .array(
        z.strictObject({
          port: nameSchema.meta({ title: 'Port', description: 'Name of the exit.' }),
          condition: conditionField,
        }),
      )
      .min(1)
      .max(100)
      .refine((segments) => new Set(segments.map(({ port }) => port)).size === segments.length, {
        error: 'every segment needs a port name of its own',
      })
      .refine((segments) => segments.every(({ port }) => !reserved.has(port)), {
        error: '"default" and "error" are there already; give the segment another port name',
      })
      .meta({ title: 'Segments', description: 'Tried in order; the first that holds is taken.', editor: 'segments' }),
  }),
  face: {
    label: 'Generic Segmentation',
    icon: 'arrow-fork',
    category: 'segmentation',
    help: 'Tries its segments in order and goes on at the port of the first whose condition holds; at "default" when none does.',
    summary: (config) => config.segments.map(({ port }) => port).join(', '),
  },
  ports: (config) => [
    ...config.segments.map(({ port }) => ({ name: port, kind: 'branch' as const })),
    { name: 'default', kind: 'branch' },
    errorPort,
  ],
  references: () => [],
  initial: { segments: [{ port: 'segment-1', condition: { combinator: 'and', rules: [] } }] },
  compile: (config) =>
    [
      ...config.segments.map(
        ({ port, condition }) => `if (${conditionFieldToJs(condition)}) return ${JSON.stringify(port)};`,
      ),
      'return "default";',
    ].join('\n'),
});
