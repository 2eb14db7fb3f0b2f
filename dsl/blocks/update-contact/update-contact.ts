import { z } from 'zod';
import { defineBlock, errorPort } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { dataKeySchema, scalarSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';

/** Writes attributes of a contact; what is left out stays as it is. An attribute with null is removed. */
export const updateContactCall = defineHostCall({
  name: 'update-contact',
  params: z.strictObject({
    contactId: z.string().optional(),
    title: z.string().max(200).optional(),
    firstName: z.string().max(200).optional(),
    lastName: z.string().max(200).optional(),
    emailAddress: z.string().max(320).optional(),
    phoneNumber: z.string().max(50).optional(),
    attributes: z.record(dataKeySchema, scalarSchema),
  }),
  result: z.strictObject({}),
  help: 'Writes the name, addresses and attributes of a contact.',
  waits: false,
  places: false,
});

/** Keeps what was learned about a contact. */
export const updateContact = defineBlock({
  type: 'update-contact',
  config: z.strictObject({
    contactId: parameter(z.string()).optional().meta({
      title: 'Contact',
      description: 'Id of the contact; left out: the contact of the interaction.',
    }),
    title: parameter(z.string())
      .optional()
      .meta({ title: 'Title', description: 'Mr, Ms, Dr and the like; left out: as it was.' }),
    firstName: parameter(z.string()).optional().meta({ title: 'First name', description: 'Left out: as it was.' }),
    lastName: parameter(z.string()).optional().meta({ title: 'Last name', description: 'Left out: as it was.' }),
    emailAddress: parameter(z.string()).optional().meta({
      title: 'E-mail address',
      description: 'Added to those the contact has, unless another contact has it.',
    }),
    phoneNumber: parameter(z.string()).optional().meta({
      title: 'Phone number',
      description: 'Added to those the contact has, unless another contact has it.',
    }),
    attributes: z.record(dataKeySchema, parameter(scalarSchema)).default({}).meta({
      title: 'Attributes',
      description: 'Further attributes by name; null removes one.',
    }),
  }),
  face: {
    label: 'Update Contact',
    icon: 'user-edit',
    category: 'data',
    help:
      'Writes title, name, addresses and further attributes of the contact of the interaction, or of another one by its id. ' +
      'What is left out stays as it is.',
    summary: ({ attributes, ...named }) =>
      [...Object.keys(named).filter((key) => key !== 'contactId'), ...Object.keys(attributes)].join(', ') || '…',
  },
  ports: () => [{ name: 'updated', kind: 'success' }, errorPort],
  references: () => [],
  initial: {},
  call: updateContactCall,
  compile: (config, { toJs }) => `await run.call("update-contact", ${toJs(config)});\nreturn "updated";`,
});
