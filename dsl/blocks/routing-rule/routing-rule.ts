import { z } from 'zod';
import { defineBlock, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import {
  queueReferences,
  routedResult,
  routingBody,
  routingFields,
  routingParams,
  routingPorts,
} from '../../block/routing-fields.ts';
import { nameSchema } from '../../document/strategy.ts';

const { clearTargets: _, ...waitingParams } = routingParams;
const { clearTargets: __, ...waitingFields } = routingFields;

/** Routes as a rule of the tenant says: waits for an agent, or places the interaction in a queue. */
export const routingRuleCall = defineHostCall({
  name: 'routing-rule',
  params: z.strictObject({ rule: nameSchema, ...waitingParams }),
  result: z.union([routedResult, z.strictObject({ queue: z.string() })]),
  help: 'Routes as the routing rule of that name says.',
  waits: true,
  places: true,
});

/** Routes by a rule that is kept by name. */
export const routingRule = defineBlock({
  type: 'routing-rule',
  config: z.strictObject({
    rule: namedField(
      'routing-rule',
      'Routing rule',
      'The rule that is followed, as it is when the interaction gets here.',
    ),
    ...waitingFields,
  }),
  face: {
    label: 'Routing Rule',
    icon: 'award',
    category: 'routing',
    help:
      'Routes as a rule says that is kept by name in Knowledge: by selection, percentages, statistics, service level or load balancing. ' +
      'A change of the rule counts at once for every strategy that names it. Leaves by "timeout" when nobody takes it in time.',
    summary: (config) => `${shown(config.rule)}, ${shown(config.timeoutSeconds)} s`,
  },
  ports: () => routingPorts,
  references: (config) => [...namedReference('routing-rule', config.rule, 'rule'), ...queueReferences(config)],
  initial: { rule: '' },
  call: routingRuleCall,
  compile: (config, { toJs }) => routingBody('routing-rule', toJs(config)),
});
