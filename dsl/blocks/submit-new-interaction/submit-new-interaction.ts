import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import { newInteractionFields, newInteractionParams } from '../../block/new-interaction-fields.ts';
import { keepInVariables, variableField } from '../../block/variable-field.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Submits a further interaction, which begins in a queue. */
export const submitNewInteractionCall = defineHostCall({
  name: 'submit-new-interaction',
  params: z.strictObject({
    ...newInteractionParams,
    queue: nameSchema,
    priority: z.int(),
    inheritData: z.boolean(),
  }),
  result: z.strictObject({ interactionId: z.string() }),
  help: 'Submits a further interaction into a queue.',
  waits: false,
  places: false,
});

/** Begins a further interaction, such as a task that follows from this one. */
export const submitNewInteraction = defineBlock({
  type: 'submit-new-interaction',
  config: z.strictObject({
    queue: namedField('queue', 'Queue', 'Where the new interaction begins.'),
    ...newInteractionFields,
    inheritData: parameter(z.boolean()).default(false).meta({
      title: 'Inherit attached data',
      description: 'Takes what is attached to this interaction along, headers of its mail left out.',
    }),
    priority: parameter(z.int()).default(0).meta({ title: 'Priority', description: 'Higher goes first.' }),
    resultVariable: variableField('Interaction id into', 'Variable that receives the id of the new interaction.'),
  }),
  face: {
    label: 'Submit New Interaction',
    icon: 'square-plus',
    category: 'data',
    help:
      'Submits a further interaction into a queue, for example a task that follows from this one. It is processed by itself; ' +
      'this interaction goes on.',
    summary: (config) => `${shown(config.media)} to ${shown(config.queue)}`,
  },
  ports: () => [{ name: 'submitted', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('queue', config.queue, 'queue'),
    ...namedReference('variable', config.resultVariable, 'resultVariable'),
  ],
  initial: { queue: '' },
  call: submitNewInteractionCall,
  compile: ({ resultVariable, ...params }, { toJs }) =>
    [
      `const submitted = await run.call("submit-new-interaction", ${toJs(params)});`,
      ...keepInVariables([[resultVariable, 'submitted.interactionId']]),
      'return "submitted";',
    ].join('\n'),
});
