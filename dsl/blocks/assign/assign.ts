import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { namedReference } from '../../block/named-field.ts';
import { scalarSchema, variableNameSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';

/** Gives variables their values, in order; Assign and Multi-Assign of the field in one. */
export const assign = defineBlock({
  type: 'assign',
  config: z.strictObject({
    assignments: z
      .array(
        z.strictObject({
          variable: variableNameSchema.meta({ title: 'Variable' }),
          value: parameter(scalarSchema).meta({ title: 'Value', description: 'A value, or an expression.' }),
        }),
      )
      .min(1)
      .max(200)
      .meta({
        title: 'Assignments',
        description: 'Carried out in order; a later row sees what an earlier one assigned.',
        editor: 'assignments',
      }),
  }),
  face: {
    label: 'Assign',
    icon: 'variable',
    category: 'data',
    help:
      'Gives one or several variables a value or the result of an expression, in order (Assign and Multi-Assign). The variables ' +
      'are declared in Entry.',
    summary: (config) =>
      config.assignments.map(({ variable, value }) => `${variable} := ${shown(value ?? 'null')}`).join(', '),
  },
  ports: () => [{ name: 'next', kind: 'success' }, errorPort],
  references: (config) =>
    config.assignments.flatMap(({ variable }, index) =>
      namedReference('variable', variable, 'assignments', index, 'variable'),
    ),
  initial: { assignments: [{ variable: 'name', value: '' }] },
  compile: (config, { toJs }) =>
    [...config.assignments.map(({ variable, value }) => `vars.${variable} = ${toJs(value)};`), 'return "next";'].join(
      '\n',
    ),
});
