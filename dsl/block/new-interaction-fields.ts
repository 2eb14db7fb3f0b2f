import { z } from 'zod';
import { parameter } from '../document/parameter.ts';
import { mediaTypeSchema } from '../model/media-type.ts';
import { dataKeySchema } from './variable-name.ts';

const subtypeSchema = z.string().min(1).max(64);

/** What a new interaction is, as host calls take it. */
export const newInteractionParams = {
  media: mediaTypeSchema,
  type: z.enum(['Inbound', 'Outbound', 'Internal']),
  subtype: subtypeSchema,
  subject: z.string().max(998),
  text: z.string().max(1_000_000),
  child: z.boolean(),
  data: z.record(dataKeySchema, z.json()),
};

/** Settings of blocks that make interactions beside this one. */
export const newInteractionFields = {
  media: parameter(mediaTypeSchema)
    .default('workitem')
    .meta({ title: 'Media type', description: 'What kind of interaction it is, such as workitem or email.' }),
  type: z
    .enum(['Inbound', 'Outbound', 'Internal'])
    .default('Internal')
    .meta({ title: 'Type', description: 'Where it comes from: a customer, us, or one of us to another.' }),
  subtype: parameter(subtypeSchema)
    .default('InternalNew')
    .meta({
      title: 'Subtype',
      description: 'What views and strategies tell it by.',
      examples: ['InternalNew', 'InboundNew', 'OutboundNew'],
    }),
  subject: parameter(z.string()).default('').meta({ title: 'Subject', description: 'What agents read first.' }),
  text: parameter(z.string())
    .default('')
    .meta({ title: 'Text', description: 'The body of the interaction.', editor: 'text' as const }),
  child: parameter(z.boolean()).default(true).meta({
    title: 'Child',
    description: 'It becomes a child of this interaction, in its thread and of its contact.',
  }),
  data: z.record(dataKeySchema, parameter(z.json())).default({}).meta({
    title: 'Attached data',
    description: 'Attached to the new interaction, by key.',
  }),
};
