import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { namedReference } from '../../block/named-field.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Goes on in another strategy of the business process and does not come back. */
export const switchToStrategy = defineBlock({
  type: 'switch-to-strategy',
  config: z.strictObject({
    strategy: nameSchema.meta({
      title: 'Strategy',
      description: 'The strategy of this business process that goes on.',
      editor: 'strategy',
    }),
  }),
  face: {
    label: 'Switch to Strategy',
    icon: 'replace',
    category: 'flow',
    help:
      'Goes on at the Entry of another strategy of the same business process and does not come back. Attached data is shared, variables ' +
      'begin anew. Up to twenty switches may follow each other. What fails there unhandled leaves here by "error".',
    summary: (config) => shown(config.strategy),
  },
  ports: () => [errorPort],
  references: (config) => namedReference('strategy', config.strategy, 'strategy'),
  entersBy: 'switch',
  initial: { strategy: '' },
  // no wire leads on from this exit: the path ends with the strategy that was switched to
  compile: (config) => `await run.subroutine(${JSON.stringify(config.strategy)}, {});\nreturn "switched";`,
});
