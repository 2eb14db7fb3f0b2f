import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { namedReference } from '../../block/named-field.ts';
import { scalarSchema, variableNameSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';

/** Evaluates a macro of the process and keeps its result. */
export const macro = defineBlock({
  type: 'macro',
  config: z.strictObject({
    macro: variableNameSchema.meta({
      title: 'Macro',
      description: 'A macro of this process.',
      editor: 'macro',
    }),
    arguments: z.record(variableNameSchema, parameter(scalarSchema)).default({}).meta({
      title: 'Arguments',
      description: 'Values for its parameters, by name.',
      editor: 'macro-arguments',
    }),
    result: variableNameSchema.meta({ title: 'Result', description: 'The variable that receives its value.' }),
  }),
  face: {
    label: 'Macro',
    icon: 'braces',
    category: 'data',
    help:
      'Evaluates a macro and keeps its value in a variable. Macros are expressions with parameters that the process keeps once, so ' +
      'that a rule is written and changed in one place. Expressions use them as well, as macros.name(…).',
    summary: (config) => `${config.result} := ${shown(config.macro)}`,
  },
  ports: () => [{ name: 'next', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('macro', config.macro, 'macro'),
    ...namedReference('variable', config.result, 'result'),
  ],
  initial: { macro: 'name', result: 'result' },
  compile: (config, { toJs, macroParameters }) => {
    const given = macroParameters(config.macro).map((name) => toJs(config.arguments[name]));
    return `vars.${config.result} = macros.${config.macro}(${given.join(', ')});\nreturn "next";`;
  },
});
