import { z } from 'zod';
import { compileRegex } from '../screening-pattern/compile-regex.ts';
import { visitorSitesSchema } from './visitor-site.ts';

/** What a field of a web form takes. */
export const formFieldKindSchema = z.enum([
  'text',
  'lines',
  'email',
  'phone',
  'number',
  'date',
  'choice',
  'checkbox',
  'file',
]);

/** What the runtime does with a field beside attaching it. */
export const formFieldMeaningSchema = z.enum(['none', 'address', 'name', 'phone', 'subject', 'message']);

/** One question of a web form. */
export const formFieldSchema = z
  .strictObject({
    key: z.string().regex(/^[A-Za-z]\w{0,63}$/, 'a key such as OrderNumber: a letter, then letters, digits and _'),
    label: z.string().min(1).max(200),
    kind: formFieldKindSchema.default('text'),
    meaning: formFieldMeaningSchema.default('none'),
    required: z.boolean().default(false),
    hint: z.string().max(300).optional(),
    /** The whole text has to match (re2). */
    pattern: z.string().max(300).optional(),
    /** What `choice` offers. */
    options: z.array(z.string().min(1).max(200)).max(100).default([]),
  })
  .superRefine(({ kind, options, pattern }, context) => {
    if (kind === 'choice' && options.length === 0)
      context.addIssue({ code: 'custom', path: ['options'], message: 'at least one choice' });
    if (pattern === undefined) return;
    const made = compileRegex(pattern, false);
    if ('refusal' in made) context.addIssue({ code: 'custom', path: ['pattern'], message: made.refusal.message });
  });

/** One question of a web form. */
export type FormField = z.infer<typeof formFieldSchema>;

/** Keys that the runtime sets itself, beside those of the form. */
const reserved: ReadonlySet<string> = new Set(['token', 'website', 'Mailbox', 'WebForm', 'FromAddress']);

const fieldsSchema = z
  .array(formFieldSchema)
  .min(1)
  .max(50)
  .superRefine((fields, context) => {
    const seen = new Set<string>();
    for (const [index, { key, kind, meaning, required }] of fields.entries()) {
      if (seen.has(key) || reserved.has(key))
        context.addIssue({ code: 'custom', path: [index, 'key'], message: 'a key that nothing else has' });
      seen.add(key);
      if (meaning === 'address' && (kind !== 'email' || !required))
        context.addIssue({ code: 'custom', path: [index, 'kind'], message: 'a required e-mail address to answer to' });
    }
    const answerable = fields.filter(({ meaning }) => meaning === 'address').length;
    if (answerable !== 1)
      context.addIssue({ code: 'custom', path: [], message: 'exactly one field that is the address to answer to' });
  });

/** A web form: what it asks, where what is sent in enters, and what keeps machines out. */
export const webFormSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z\d][a-z\d-]{0,62}$/, 'a name such as contact: lower-case letters, digits and hyphens')
    .meta({ title: 'Name', description: 'Part of the address of the form', examples: ['contact'] }),
  description: z.string().max(1000).optional().meta({ title: 'Description' }),
  title: z.string().min(1).max(200).meta({ title: 'Title' }),
  intro: z.string().max(2000).default('').meta({ title: 'Introduction' }),
  button: z.string().min(1).max(60).default('Send').meta({ title: 'Button' }),
  thanks: z
    .string()
    .min(1)
    .max(2000)
    .default('Thank you. We have your message and will answer by e-mail.')
    .meta({ title: 'Thanks', description: 'What people read once it has been sent' }),
  endpoint: z.string().min(1).default('default').meta({
    title: 'Endpoint',
    description: 'Where messages enter the business process, as e-mail does',
  }),
  mailbox: z
    .string()
    .max(254)
    .regex(/^[^\s@<>,;:"\\]+@[^\s@<>,;:"\\]+$/, 'an e-mail address such as support@abc.example')
    .meta({
      title: 'Answers come from',
      description: 'Address of the mailbox the form belongs to',
      examples: ['support@abc.example'],
    }),
  fields: fieldsSchema,
  maxFiles: z.int().min(0).max(10).default(3).meta({ title: 'Files', description: 'At most with one message' }),
  maxFileMegabytes: z.int().min(1).max(10).default(5).meta({ title: 'Size of a file', unit: 'MB' }),
  minSeconds: z.int().min(0).max(60).default(3).meta({
    title: 'Fastest answer',
    description: 'Nobody fills it in more quickly; machines do',
    unit: 'seconds',
  }),
  sites: visitorSitesSchema,
  enabled: z.boolean().default(true).meta({ title: 'Enabled' }),
});

/** A web form. */
export type WebForm = z.infer<typeof webFormSchema>;
