import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';
import { serviceUrlSchema } from './http-authorization.ts';
import { mediaTypeSchema } from './media-type.ts';

/** Media that come with the product; an outside program cannot add them. */
export const ownMedia: readonly string[] = [
  'email',
  'chat',
  'sms',
  'mms',
  'callback',
  'webform',
  'rssfeed',
  'mastodon',
  'facebook',
  'twitter',
];

/** Pictures a medium may be shown with. */
export const mediumIconSchema = z.enum(['message', 'checklist', 'phone', 'video', 'robot', 'ticket', 'world', 'star']);

/** A medium that an outside program adds: what agents see of it, and how the program hears of what happens. */
export const openMediumSchema = z.strictObject({
  name: mediaTypeSchema
    .refine((name) => !ownMedia.includes(name), { error: 'a name that no medium of the product has' })
    .meta({ title: 'Name', description: 'As endpoints and capacity rules say it, such as workitem' }),
  description: z.string().max(1000).optional().meta({ title: 'Description' }),
  label: z
    .string()
    .min(1)
    .max(40)
    .meta({ title: 'Shown as', examples: ['Work item'] }),
  icon: mediumIconSchema.default('message').meta({ title: 'Icon' }),
  capacity: z.int().min(0).max(100).default(1).meta({
    title: 'At once',
    description: 'What a capacity rule begins with when the medium is added to it',
  }),
  canReply: z.boolean().default(true).meta({
    title: 'Replies',
    description: 'Whether agents may write an answer, which the program then delivers',
  }),
  tellsStates: z.boolean().default(true).meta({
    title: 'States',
    description: 'Whether the program hears where its interactions are',
  }),
  delivery: z.enum(['pull', 'webhook']).default('pull').meta({
    title: 'Told by',
    description: 'The program asks and acknowledges, or is told at an address of its own',
  }),
  webhook: serviceUrlSchema.optional().meta({
    title: 'Address',
    description: 'Gets each event by POST, signed',
    examples: ['https://tasks.example.com/signalbox'],
  }),
  secret: nameSchema.optional().meta({ title: 'Secret', description: 'The secret that signs (HMAC-SHA256)' }),
});

/** A medium that an outside program adds. */
export type OpenMedium = z.infer<typeof openMediumSchema>;
