import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedReference } from '../../block/named-field.ts';
import { keepInVariables, variableField } from '../../block/variable-field.ts';
import { dataKeySchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';

const whichSchema = z.enum(['parent', 'children', 'thread', 'ids']);

/** As many as Find Interactions brings. */
const mostUpdated = 100;

/** Changes attached data of other interactions. */
export const updateInteractionsCall = defineHostCall({
  name: 'update-interactions',
  params: z.strictObject({
    which: whichSchema,
    ids: z.union([z.string(), z.array(z.string()).max(mostUpdated)]).optional(),
    set: z.record(dataKeySchema, z.json()),
    remove: z.array(dataKeySchema),
  }),
  result: z.strictObject({
    /** Ids of those that are changed with the commit of this step. */
    updated: z.array(z.string()),
    refused: z.array(z.strictObject({ id: z.string(), reason: z.string() })),
  }),
  help: 'Changes attached data of other interactions, such as the parent.',
  waits: false,
  places: false,
});

/** Tells other interactions something, typically the parent. */
export const updateInteractions = defineBlock({
  type: 'update-interactions',
  config: z.strictObject({
    which: whichSchema.default('parent').meta({
      title: 'Which',
      description: 'The parent, the children, the others of the thread, or those of the ids below.',
    }),
    ids: parameter(z.string()).optional().meta({
      title: 'Ids',
      description: 'One id, or an expression that yields a list of them.',
    }),
    set: z.record(dataKeySchema, parameter(z.json())).default({}).meta({
      title: 'Set',
      description: 'Attached data to write, by key.',
    }),
    remove: z
      .array(dataKeySchema)
      .default([])
      .meta({ title: 'Delete', description: 'Keys of attached data to delete.' }),
    updatedVariable: variableField('Updated into', 'Variable that receives the list of ids that were changed.'),
    refusedVariable: variableField('Refused into', 'Variable that receives the list of { id, reason }.'),
  }),
  face: {
    label: 'Update Interactions',
    icon: 'edit',
    category: 'data',
    help:
      'Sets and deletes attached data of other interactions: the parent, the children, the thread, or any by id. A strategy may change what ' +
      'belongs to the same thread or contact, or waits in a queue of its own business process, and not what is within another strategy at ' +
      'that moment. Leaves by "refused" when one of them may not be changed.',
    summary: (config) => `${config.which === 'ids' ? shown(config.ids) : config.which}: ${keysOf(config)}`,
  },
  ports: () => [
    { name: 'updated', kind: 'success' },
    { name: 'refused', kind: 'branch', fallback: 'updated' },
    errorPort,
  ],
  references: (config) => [
    ...namedReference('variable', config.updatedVariable, 'updatedVariable'),
    ...namedReference('variable', config.refusedVariable, 'refusedVariable'),
  ],
  initial: {},
  call: updateInteractionsCall,
  compile: ({ updatedVariable, refusedVariable, ...params }, { toJs }) =>
    [
      `const changed = await run.call("update-interactions", ${toJs(params)});`,
      ...keepInVariables([
        [updatedVariable, 'changed.updated'],
        [refusedVariable, 'changed.refused'],
      ]),
      'return changed.refused.length > 0 ? "refused" : "updated";',
    ].join('\n'),
});

function keysOf({ set, remove }: { readonly set: object; readonly remove: readonly string[] }): string {
  return [...Object.keys(set), ...remove.map((key) => `-${key}`)].join(', ') || '…';
}
