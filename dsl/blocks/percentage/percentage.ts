import { z } from 'zod';
import { defineBlock, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import {
  queueReferences,
  routedResult,
  routingBody,
  routingFields,
  routingParams,
  routingPorts,
} from '../../block/routing-fields.ts';
import { targetFragments, targetReferences, targetShapes } from '../../block/target-fields.ts';
import { targetSchema } from '../../model/target.ts';

/** Allots the interaction to one of the targets by their shares, and waits for an agent of that one. */
export const percentageCall = defineHostCall({
  name: 'percentage',
  params: z.strictObject({
    targets: z.array(z.strictObject({ target: targetSchema, percent: z.int().min(0).max(100) })).min(1),
    ...routingParams,
  }),
  result: routedResult,
  help: 'Allots the interaction to one of several targets by their shares, and waits for an agent of that one.',
  waits: true,
  places: true,
});

const percent = z.int().min(0).max(100).default(50).meta({ title: 'Share', unit: '%' });

const shareField = z.union([
  z.strictObject({ ...targetShapes.agentGroup, percent }).meta({ title: 'Agent group' }),
  z.strictObject({ ...targetShapes.agent, percent }).meta({ title: 'Agent' }),
  z.strictObject({ ...targetShapes.skill, percent }).meta({ title: 'Skill expression' }),
]);

/** Shares interactions out among targets. */
export const percentage = defineBlock({
  type: 'percentage',
  config: z.strictObject({
    targets: z
      .array(shareField)
      .min(1)
      .max(50)
      .refine((targets) => targets.some((one) => one.percent > 0), 'at least one share above 0')
      .meta({
        title: 'Targets',
        description: 'Each with its share; shares need not add up to 100, they count against each other.',
        editor: 'targets',
      }),
    ...routingFields,
  }),
  face: {
    label: 'Percentage',
    icon: 'percentage',
    category: 'routing',
    help:
      'Shares interactions out among targets: of every hundred, each target gets its percentage, in even turns. The interaction then waits ' +
      'for a free agent of the target it was allotted to, and leaves by "timeout" when there is none in time.',
    summary: (config) => config.targets.map((one) => `${one.percent} % ${shownShare(one)}`).join(', '),
  },
  ports: () => routingPorts,
  references: (config) => [...targetReferences(config.targets, 'targets'), ...queueReferences(config)],
  fragments: (config) => targetFragments(config.targets, 'targets'),
  initial: {
    targets: [
      { agentGroup: '', percent: 50 },
      { agentGroup: '', percent: 50 },
    ],
  },
  call: percentageCall,
  compile: (config, { toJs }) => {
    const targets = config.targets.map(({ percent: share, ...target }) => ({ target, percent: share }));
    return routingBody('percentage', toJs({ ...config, targets }));
  },
});

function shownShare(one: z.infer<typeof shareField>): string {
  if ('agentGroup' in one) return shown(one.agentGroup);
  return shown('agent' in one ? one.agent : one.skill);
}
