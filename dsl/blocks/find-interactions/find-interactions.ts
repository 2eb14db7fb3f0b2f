import { z } from 'zod';
import { defineBlock, errorPort } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedReference } from '../../block/named-field.ts';
import { keepInVariables, variableField } from '../../block/variable-field.ts';
import { ruleOperators } from '../../condition/rule.ts';
import { parameter } from '../../document/parameter.ts';
import { readViewField } from '../../model/interaction-property.ts';

const comparedSchema = z.union([z.string(), z.number(), z.boolean()]);

const fieldSchema = z
  .string()
  .max(200)
  .refine((field) => readViewField(field) !== undefined, 'a property such as subject, or attached data as data.<key>');

const orderSchema = z
  .string()
  .regex(/^[A-Za-z][\w.]*(?: (?:asc|desc))?$/, 'a property, then asc or desc')
  .refine((term) => readViewField(term.split(' ')[0] ?? '') !== undefined, 'a property, then asc or desc');

/** How many interactions a search may bring at most: what a strategy can look through within its budget. */
const mostFound = 100;

/** Finds interactions of the tenant, this one left out. */
export const findInteractionsCall = defineHostCall({
  name: 'find-interactions',
  params: z.strictObject({
    combinator: z.enum(['and', 'or']),
    rules: z
      .array(z.strictObject({ field: fieldSchema, operator: z.enum(ruleOperators), value: comparedSchema.nullish() }))
      .max(50),
    live: z.boolean(),
    order: z.array(orderSchema).max(10),
    max: z.int().min(1).max(mostFound),
    attributes: z.array(fieldSchema).max(50),
  }),
  result: z.strictObject({
    /** `id`, `state` and the attributes asked for, by the names they were asked by. */
    interactions: z.array(z.record(z.string(), z.json())),
    /** More interactions meet the condition than were asked for. */
    more: z.boolean(),
  }),
  help: 'Finds other interactions by a condition over their properties and attached data.',
  waits: false,
  places: false,
});

/** Looks for other interactions, such as an open one of the same customer. */
export const findInteractions = defineBlock({
  type: 'find-interactions',
  config: z.strictObject({
    combinator: z.enum(['and', 'or']).default('and').meta({
      title: 'Rules',
      description: 'and: every rule must hold; or: one of them.',
    }),
    rules: z
      .array(
        z.strictObject({
          field: fieldSchema.meta({ title: 'Property', description: 'Such as contactId, queue or data.OrderNumber.' }),
          operator: z.enum(ruleOperators).default('=').meta({ title: 'Operator' }),
          value: parameter(comparedSchema).optional().meta({ title: 'Value' }),
        }),
      )
      .min(1)
      .max(50)
      .meta({ title: 'Condition', description: 'What the interactions must be like.' }),
    live: parameter(z.boolean()).default(true).meta({
      title: 'Live only',
      description: 'Leaves out interactions that are stopped.',
    }),
    order: z
      .array(orderSchema)
      .max(10)
      .default(['receivedAt desc'])
      .meta({ title: 'Order', description: 'A property, then asc or desc; the first one counts most.' }),
    max: parameter(z.int().min(1).max(mostFound))
      .default(10)
      .meta({ title: 'At most', description: 'How many are given; the first of the order.', unit: 'interactions' }),
    attributes: z
      .array(fieldSchema)
      .max(50)
      .default(['subject', 'queue', 'receivedAt'])
      .meta({ title: 'Attributes', description: 'What the list holds of each beside id and state.' }),
    resultVariable: variableField('Interactions into', 'Variable that receives the list.'),
    moreVariable: variableField('More into', 'Variable that receives whether there are more than asked for.'),
  }),
  face: {
    label: 'Find Interactions',
    icon: 'search',
    category: 'data',
    help:
      'Looks for other interactions of the tenant by their properties and attached data, for example an open one of the same contact. ' +
      'Puts a list of them into a variable: id, state and the attributes chosen. Leaves by "found" or by "none".',
    summary: (config) =>
      config.rules.map(({ field, operator }) => `${field} ${operator}`).join(` ${config.combinator} `),
  },
  ports: () => [{ name: 'found', kind: 'success' }, { name: 'none', kind: 'branch' }, errorPort],
  references: (config) => [
    ...namedReference('variable', config.resultVariable, 'resultVariable'),
    ...namedReference('variable', config.moreVariable, 'moreVariable'),
  ],
  initial: { rules: [{ field: 'contactId', operator: '=', value: { js: 'interaction.contactId' } }] },
  call: findInteractionsCall,
  compile: ({ resultVariable, moreVariable, ...params }, { toJs }) =>
    [
      `const found = await run.call("find-interactions", ${toJs(params)});`,
      ...keepInVariables([
        [resultVariable, 'found.interactions'],
        [moreVariable, 'found.more'],
      ]),
      'return found.interactions.length > 0 ? "found" : "none";',
    ].join('\n'),
});
