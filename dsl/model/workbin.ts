import { z } from 'zod';

/** Whose a workbin may be: each agent, each agent group, each place or each place group has one of its own. */
export const workbinOwnerTypeSchema = z.enum(['agent', 'agent-group', 'place', 'place-group']);

/** Whose a workbin may be. */
export type WorkbinOwnerType = z.infer<typeof workbinOwnerTypeSchema>;

/** What makes a workbin of a queue: whose it is, and how agents see it called. Without views it is floating: content stays until it is pulled. */
export const workbinSchema = z.strictObject({
  owner: workbinOwnerTypeSchema.meta({ title: 'Owner', description: 'Each of these has a workbin of this name.' }),
  displayName: z.string().max(128).optional().meta({ title: 'Display name', description: 'How agents see it called.' }),
});

/** What makes a workbin of a queue. */
export type Workbin = z.infer<typeof workbinSchema>;

/** Whose content: an agent by user name, or a group or place by name. */
export const workbinOwnerSchema = z.strictObject({ type: workbinOwnerTypeSchema, name: z.string().min(1).max(128) });

/** Whose content of a workbin. */
export type WorkbinOwner = z.infer<typeof workbinOwnerSchema>;
