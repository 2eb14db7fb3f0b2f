import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { namedReference } from '../../block/named-field.ts';
import { scalarSchema, variableNameSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Runs a subroutine and goes on when it exits. */
export const callSubroutine = defineBlock({
  type: 'call-subroutine',
  config: z.strictObject({
    strategy: nameSchema.meta({ title: 'Subroutine', description: 'The subroutine to run.', editor: 'subroutine' }),
    in: z.record(variableNameSchema, parameter(scalarSchema)).default({}).meta({
      title: 'In',
      description: 'Values for its in variables, by name.',
      editor: 'subroutine-in',
    }),
    out: z.record(variableNameSchema, variableNameSchema).default({}).meta({
      title: 'Out',
      description: 'For its out variables, by name, the variable of this strategy that receives the value.',
      editor: 'subroutine-out',
    }),
  }),
  face: {
    label: 'Call Subroutine',
    icon: 'corner-down-right',
    category: 'flow',
    help:
      'Runs another strategy of the kind subroutine and goes on when it exits. Attached data is shared; variables are passed ' +
      'in and out by name. When the subroutine places the interaction, this strategy is over too.',
    summary: (config) => shown(config.strategy),
  },
  ports: () => [{ name: 'next', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('strategy', config.strategy, 'strategy'),
    ...Object.entries(config.out).flatMap(([name, variable]) => namedReference('variable', variable, 'out', name)),
  ],
  initial: { strategy: '' },
  compile: (config, { toJs }) => {
    const call = `await run.subroutine(${JSON.stringify(config.strategy)}, ${toJs(config.in)});`;
    const outs = Object.entries(config.out);
    if (outs.length === 0) return `${call}\nreturn "next";`;
    return [
      `const out = ${call}`,
      ...outs.map(([name, variable]) => `vars.${variable} = out.${name};`),
      'return "next";',
    ].join('\n');
  },
});
