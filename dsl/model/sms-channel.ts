import { z } from 'zod';

/** A number as people write it in settings: international with a plus sign, a short code, or a name of up to eleven characters. */
const numberSchema = z
  .string()
  .regex(
    /^(\+\d{3,20}|\d{2,20}|[A-Za-z][A-Za-z0-9 ]{0,10})$/,
    'a number such as +4930123456, a short code, or a name of up to 11 characters',
  );

/** A connection to an SMS centre (SMPP 3.4) by which short messages come and go. */
export const smsChannelSchema = z.strictObject({
  name: z.string().min(1).max(100).meta({ title: 'Name' }),
  host: z
    .string()
    .min(1)
    .max(253)
    .meta({ title: 'Server', examples: ['smpp.example.com'] }),
  port: z.int().min(1).max(65_535).default(2775).meta({ title: 'Port', description: 'Mostly 2775, with TLS 3550' }),
  security: z.enum(['none', 'tls']).default('tls').meta({ title: 'Security' }),
  caPem: z.string().optional().meta({
    title: 'Certificate authority (PEM)',
    description: 'Trusted besides the well-known ones; needed for a server with a certificate of its own',
  }),
  systemId: z.string().min(1).max(15).meta({ title: 'System ID' }),
  password: z.string().max(8).meta({ title: 'Password', description: 'At most 8 characters (SMPP 3.4)' }),
  systemType: z.string().max(12).default('').meta({ title: 'System type' }),
  bind: z.enum(['transceiver', 'pair']).default('transceiver').meta({
    title: 'Connection',
    description: 'One for both directions, or a transmitter and a receiver',
  }),
  numbers: z.array(numberSchema).min(1).max(100).meta({
    title: 'Our numbers',
    description: 'The first is the sender where a message names none',
  }),
  endpoint: z.string().min(1).meta({ title: 'Endpoint', description: 'Where messages enter the business process' }),
  charset: z
    .enum(['gsm', 'latin1', 'ucs2'])
    .default('gsm')
    .meta({ title: 'Character set', description: 'What it cannot hold goes out in UCS-2, with less room' }),
  receipts: z.boolean().default(true).meta({ title: 'Delivery receipts' }),
  window: z.int().min(1).max(1000).default(20).meta({ title: 'Window', description: 'Messages sent before an answer' }),
  perSecond: z.number().min(0.1).max(10_000).default(50).meta({ title: 'Messages a second', description: 'At most' }),
  enabled: z.boolean().default(true).meta({ title: 'Enabled' }),
});

/** A connection to an SMS centre. */
export type SmsChannelSettings = z.infer<typeof smsChannelSchema>;
