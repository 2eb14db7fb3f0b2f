import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedReference } from '../../block/named-field.ts';
import { newInteractionFields, newInteractionParams } from '../../block/new-interaction-fields.ts';
import { keepInVariables, variableField } from '../../block/variable-field.ts';

/** Adds a record to the history: an interaction that is over, such as a call or a letter that another system handled. */
export const createInteractionCall = defineHostCall({
  name: 'create-interaction',
  params: z.strictObject(newInteractionParams),
  result: z.strictObject({ interactionId: z.string() }),
  help: 'Adds a record of something that happened elsewhere to the history of the contact.',
  waits: false,
  places: false,
});

/** Writes something into the history of the contact. */
export const createInteraction = defineBlock({
  type: 'create-interaction',
  config: z.strictObject({
    ...newInteractionFields,
    resultVariable: variableField('Interaction id into', 'Variable that receives the id of the record.'),
  }),
  face: {
    label: 'Create Interaction',
    icon: 'file-plus',
    category: 'data',
    help:
      'Adds a record to the history: an interaction that is over already, for what happened elsewhere, such as a call, a letter or an order. ' +
      'Nothing processes it; Submit New Interaction makes one that is processed.',
    summary: (config) => `${shown(config.media)}, ${shown(config.subject)}`,
  },
  ports: () => [{ name: 'created', kind: 'success' }, errorPort],
  references: (config) => namedReference('variable', config.resultVariable, 'resultVariable'),
  initial: { subject: '' },
  call: createInteractionCall,
  compile: ({ resultVariable, ...params }, { toJs }) =>
    [
      `const created = await run.call("create-interaction", ${toJs(params)});`,
      ...keepInVariables([[resultVariable, 'created.interactionId']]),
      'return "created";',
    ].join('\n'),
});
