import { z } from 'zod';
import { defineBlock } from '../../block/block.ts';
import { variableNameSchema } from '../../block/variable-name.ts';
import { variableSchema } from '../../document/strategy.ts';

/** Where a strategy begins; declares its variables. */
export const entry = defineBlock({
  type: 'entry',
  config: z.strictObject({
    variables: z.record(variableNameSchema, variableSchema).default({}).meta({
      title: 'Variables',
      description: 'Variables of the strategy; "in" and "out" are the parameters of a subroutine.',
      editor: 'variables',
    }),
  }),
  face: {
    label: 'Entry',
    icon: 'player-play',
    category: 'flow',
    help: 'Where the strategy begins. Every strategy has exactly one. Declares the variables that expressions read as vars.name.',
    summary: (config) => {
      const names = Object.keys(config.variables);
      return names.length === 0 ? 'no variables' : names.join(', ');
    },
  },
  role: 'entry',
  ports: () => [{ name: 'next', kind: 'success' }],
  references: () => [],
  initial: {},
  compile: (config) => `run.declare(${JSON.stringify(config.variables)});\nreturn "next";`,
});
