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
  selectionFields,
  selectionParams,
} from '../../block/routing-fields.ts';
import { parameter } from '../../document/parameter.ts';

// more steps than anybody tells apart would only be more rows
const mostSteps = 20;

/** Waits for an agent by skill expressions that grow wider as the time of the service level passes. */
export const serviceLevelCall = defineHostCall({
  name: 'service-level',
  params: z.strictObject({
    skills: z.array(z.string().min(1)).min(1).max(mostSteps),
    percent: z.int().min(1).max(100),
    withinSeconds: z.number().min(1).max(86_400),
    ...selectionParams,
    ...routingParams,
  }),
  result: routedResult,
  help: 'Waits for an agent by skills that grow wider so that the service level is met.',
  waits: true,
  places: true,
});

/** Widens the skills over time, so that enough interactions find an agent in time. */
export const serviceLevel = defineBlock({
  type: 'service-level',
  config: z.strictObject({
    skills: z
      .array(parameter(z.string().min(1)).meta({ editor: 'skill-expression' }))
      .min(1)
      .max(mostSteps)
      .meta({
        title: 'Skill expressions',
        description: 'From the best to the widest, such as English >= 8, English >= 5, English >= 1.',
      }),
    percent: parameter(z.int().min(1).max(100)).default(80).meta({
      title: 'Service factor',
      description: 'So many of hundred interactions are to reach an agent in time.',
      unit: '%',
    }),
    withinSeconds: parameter(z.number().min(1).max(86_400)).default(60).meta({
      title: 'Within',
      description: 'The time in which they are to reach one.',
      unit: 's',
    }),
    ...selectionFields,
    ...routingFields,
  }),
  face: {
    label: 'Service Level',
    icon: 'stairs',
    category: 'routing',
    help:
      'Begins with the best skills and takes wider ones as time passes, so that all are in the game before the time of the service level is over. ' +
      'While fewer interactions of this block reached an agent in time during the last hour than wanted, it widens sooner.',
    summary: (config) =>
      `${shown(config.percent)} % in ${shown(config.withinSeconds)} s: ${config.skills.map((one) => shown(one)).join(', ')}`,
  },
  ports: () => routingPorts,
  references: queueReferences,
  fragments: (config) =>
    config.skills.flatMap((skill, index) =>
      typeof skill === 'string' ? [{ kind: 'skill-expression' as const, code: skill, path: ['skills', index] }] : [],
    ),
  initial: { skills: ['English >= 5', 'English >= 1'] },
  call: serviceLevelCall,
  compile: (config, { toJs }) => routingBody('service-level', toJs(config)),
});
