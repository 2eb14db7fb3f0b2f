import { z } from 'zod';
import { defineBlock, errorPort } from '../../block/block.ts';
import { namedReference } from '../../block/named-field.ts';
import { scalarSchema, variableNameSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';
import { functionByName, functions } from '../../functions/functions.ts';

const functionCallSchema = z
  .strictObject({
    function: z.enum(functions.map(({ name }) => name)).meta({
      title: 'Function',
      description: 'A function of the library; the reference says what each takes and yields.',
    }),
    arguments: z.record(variableNameSchema, parameter(scalarSchema)).default({}).meta({
      title: 'Arguments',
      description: 'Values for its arguments, by name.',
      editor: 'function-arguments',
    }),
    result: variableNameSchema.optional().meta({
      title: 'Result',
      description: 'The variable that receives what it yields.',
    }),
  })
  .superRefine((call, context) => {
    const parameters = functionByName(call.function)?.parameters ?? [];
    const missing = parameters.find(({ name, isOptional }) => isOptional !== true && !(name in call.arguments));
    if (missing !== undefined) {
      const message = `${call.function} needs its argument "${missing.name}": ${missing.description}`;
      context.addIssue({ code: 'custom', path: ['arguments'], message });
    }
    for (const name of Object.keys(call.arguments).filter((one) => !parameters.some((known) => known.name === one))) {
      const message = `${call.function} has no argument "${name}"; it takes ${parameters.map((one) => one.name).join(', ')}.`;
      context.addIssue({ code: 'custom', path: ['arguments', name], message });
    }
  });

/** Calls functions of the library, in order; Function and Multi-Function of the field in one. */
export const functionBlock = defineBlock({
  type: 'function',
  config: z.strictObject({
    calls: z.array(functionCallSchema).min(1).max(200).meta({
      title: 'Calls',
      description: 'Carried out in order; a later one sees what an earlier one yielded.',
    }),
  }),
  face: {
    label: 'Function',
    icon: 'math-function',
    category: 'data',
    help:
      'Calls one or several functions of the library, in order (Function and Multi-Function): texts, values, key-value lists, date ' +
      'and time with time zones, categories. What each yields goes into a variable. Expressions call the same functions as fn.name(…).',
    summary: (config) =>
      config.calls
        .map((call) => (call.result === undefined ? call.function : `${call.result} := ${call.function}`))
        .join(', '),
  },
  ports: () => [{ name: 'next', kind: 'success' }, errorPort],
  references: (config) =>
    config.calls.flatMap((call, index) => namedReference('variable', call.result, 'calls', index, 'result')),
  initial: { calls: [{ function: 'strLen', arguments: { text: { js: 'interaction.subject' } } }] },
  compile: (config, { toJs }) =>
    [
      ...config.calls.map((call) => {
        const parameters = functionByName(call.function)?.parameters ?? [];
        const last = parameters.findLastIndex(({ name }) => name in call.arguments);
        const given = parameters.slice(0, last + 1).map(({ name }) => toJs(call.arguments[name]));
        const called = `fn.${call.function}(${given.join(', ')});`;
        return call.result === undefined ? called : `vars.${call.result} = ${called}`;
      }),
      'return "next";',
    ].join('\n'),
});
