import { z } from 'zod';
import { defineBlock } from '../../block/block.ts';

/** Ends a subroutine and returns to its caller; ends a strategy after the interaction has been placed. */
export const exit = defineBlock({
  type: 'exit',
  config: z.strictObject({}),
  face: {
    label: 'Exit',
    icon: 'door-exit',
    category: 'flow',
    help:
      'Ends a subroutine: the caller goes on with its out variables. A strategy ends with Queue Interaction, Route Interaction ' +
      'or Stop Interaction instead, since an interaction nobody placed returns to the queue it came from.',
    summary: () => 'back to the caller',
  },
  role: 'exit',
  ports: () => [],
  references: () => [],
  initial: {},
  compile: () => 'return "end";',
});
