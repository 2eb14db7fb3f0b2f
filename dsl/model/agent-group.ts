import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';

/** A group of agents as documents carry it; its members are user names. */
export const agentGroupDocumentSchema = z.strictObject({
  name: nameSchema,
  description: z.string().max(1000).optional().meta({ title: 'Description' }),
  members: z.array(z.string()).default([]).meta({ title: 'Members', description: 'User names of the agents.' }),
});

/** A group of agents as documents carry it. */
export type AgentGroupDocument = z.infer<typeof agentGroupDocumentSchema>;
