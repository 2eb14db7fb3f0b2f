import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedReference } from '../../block/named-field.ts';
import { dataKeySchema } from '../../block/variable-name.ts';
import { keepInVariables, variableField } from '../../block/variable-field.ts';
import { parameter } from '../../document/parameter.ts';

/** Finds the contact by the attributes given, the highest-ranked first: e-mail address, phone number, name, title. */
export const identifyContactCall = defineHostCall({
  name: 'identify-contact',
  params: z.strictObject({
    emailAddress: z.string().optional(),
    phoneNumber: z.string().optional(),
    firstName: z.string().optional(),
    lastName: z.string().optional(),
    title: z.string().optional(),
    /** Attributes of the tenant's own, by their names. */
    attributes: z.record(dataKeySchema, z.string()).optional(),
    create: z.boolean(),
    assign: z.boolean(),
  }),
  result: z.strictObject({
    /** How many contacts the attributes mean; the ids of at most 100 of them. */
    count: z.int(),
    contactIds: z.array(z.string()),
    created: z.boolean(),
  }),
  help: 'Finds the contact by address, phone number or name, and makes one when asked to.',
  waits: false,
  places: false,
});

/** Finds out whose interaction it is. */
export const identifyContact = defineBlock({
  type: 'identify-contact',
  config: z.strictObject({
    emailAddress: parameter(z.string()).optional().meta({
      title: 'E-mail address',
      description: 'When nothing at all is given: the address of the sender.',
    }),
    phoneNumber: parameter(z.string())
      .optional()
      .meta({ title: 'Phone number', description: 'Looks for a contact with this number.' }),
    firstName: parameter(z.string())
      .optional()
      .meta({ title: 'First name', description: 'Counts together with the last name.' }),
    lastName: parameter(z.string())
      .optional()
      .meta({ title: 'Last name', description: 'Counts together with the first name.' }),
    title: parameter(z.string())
      .optional()
      .meta({ title: 'Title', description: 'Mr, Ms, Dr and the like; narrows what was found.' }),
    attributes: z.record(dataKeySchema, parameter(z.string())).optional().meta({
      title: 'Further attributes',
      description: 'Searchable attributes of your own, by their exact names, such as CustomerId.',
    }),
    create: parameter(z.boolean()).default(true).meta({
      title: 'Create contact',
      description:
        'Makes a contact of these attributes when there is none; needs an address, a phone number or a name.',
    }),
    assign: parameter(z.boolean()).default(true).meta({
      title: 'Assign',
      description: 'The interaction becomes one of the contact that was found.',
    }),
    contactVariable: variableField('Contact id into', 'Variable that receives the id of the contact.'),
    contactsVariable: variableField('Contacts into', 'Variable that receives the list of ids when there are many.'),
    countVariable: variableField('Count into', 'Variable that receives how many there are.'),
    createdVariable: variableField('Created into', 'Variable that receives whether the contact is new.'),
  }),
  face: {
    label: 'Identify Contact',
    icon: 'user-search',
    category: 'data',
    help:
      'Finds the contact by what is known: the e-mail address counts most, then the phone number, then first and last name together, then ' +
      'the title; each one narrows what the ones before it found. Media other than e-mail, chat and callback may have an order of their own. ' +
      'Leaves by "identified" with one contact, by "none" or by "many"; by "error" when an attribute that the first level needs is missing.',
    summary: (config) =>
      shown(config.emailAddress ?? config.phoneNumber ?? config.lastName ?? config.firstName ?? 'the sender'),
  },
  ports: () => [
    { name: 'identified', kind: 'success' },
    { name: 'none', kind: 'branch' },
    { name: 'many', kind: 'branch' },
    errorPort,
  ],
  references: (config) =>
    (['contactVariable', 'contactsVariable', 'countVariable', 'createdVariable'] as const).flatMap((key) =>
      namedReference('variable', config[key], key),
    ),
  initial: {},
  call: identifyContactCall,
  compile: ({ contactVariable, contactsVariable, countVariable, createdVariable, ...params }, { toJs }) =>
    [
      `const found = await run.call("identify-contact", ${toJs(params)});`,
      ...keepInVariables([
        [contactVariable, 'found.count === 1 ? found.contactIds[0] : null'],
        [contactsVariable, 'found.contactIds'],
        [countVariable, 'found.count'],
        [createdVariable, 'found.created'],
      ]),
      'if (found.count === 1) return "identified";',
      'return found.count === 0 ? "none" : "many";',
    ].join('\n'),
});
