import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { dataKeySchema, scalarSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';

/** Writes keys of the attached data, which travels with the interaction to agents and later strategies. */
export const attachData = defineBlock({
  type: 'attach-data',
  config: z.strictObject({
    entries: z
      .array(
        z.strictObject({
          key: dataKeySchema.meta({ title: 'Key' }),
          value: parameter(scalarSchema).meta({ title: 'Value', description: 'A value, or an expression.' }),
        }),
      )
      .min(1)
      .max(200)
      .meta({ title: 'Entries', description: 'Keys of attached data and their values.', editor: 'assignments' }),
  }),
  face: {
    label: 'Attach Data',
    icon: 'paperclip',
    category: 'data',
    help:
      'Writes one or several keys of the attached data. Attached data stays with the interaction: agents see it, later ' +
      'strategies read it as data.key, views may filter by it.',
    summary: (config) => config.entries.map(({ key, value }) => `${key} := ${shown(value ?? 'null')}`).join(', '),
  },
  ports: () => [{ name: 'next', kind: 'success' }, errorPort],
  references: () => [],
  initial: { entries: [{ key: 'Key', value: '' }] },
  compile: (config, { toJs }) =>
    [
      ...config.entries.map(({ key, value }) => `data[${JSON.stringify(key)}] = ${toJs(value)};`),
      'return "next";',
    ].join('\n'),
});
