import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';

/** A PostgreSQL database that SQL Query may ask. Its password is a secret of the tenant. */
export const dataSourceSchema = z.strictObject({
  name: nameSchema.meta({ title: 'Name' }),
  description: z.string().max(1000).optional().meta({ title: 'Description' }),
  host: z
    .string()
    .min(1)
    .max(253)
    .meta({ title: 'Server', examples: ['db.example.com'] }),
  port: z.int().min(1).max(65_535).default(5432).meta({ title: 'Port' }),
  database: z.string().min(1).max(63).meta({ title: 'Database' }),
  user: z.string().min(1).max(63).meta({
    title: 'User',
    description: 'A user of the database that may do no more than strategies should',
  }),
  secret: nameSchema.optional().meta({ title: 'Secret', description: 'The secret that is the password of the user' }),
  tls: z.enum(['verify', 'unverified', 'none']).default('verify').meta({
    title: 'TLS',
    description: 'Verify asks for a certificate that fits the server; unverified takes any',
  }),
  caPem: z.string().max(100_000).optional().meta({
    title: 'Certificate authority (PEM)',
    description: 'Trusted besides the well-known ones',
  }),
  allowWrites: z.boolean().default(false).meta({
    title: 'Allow changes',
    description: 'Lets blocks that ask for it change the database; otherwise all of them can only read',
  }),
});

/** A database that strategies may ask. */
export type DataSource = z.infer<typeof dataSourceSchema>;
