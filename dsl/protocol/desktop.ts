import { z } from 'zod';
import { countsSchema } from './processes.ts';
import { presencePlaceSchema, presentPersonSchema } from './presence.ts';
import { addressSchema, attachmentSchema, interactionSummarySchema } from './interactions.ts';

const time = z.iso.datetime();

/** What an agent's desktop shows at any moment; sent whole on every change. */
export const desktopStateSchema = z.strictObject({
  loggedIn: z.boolean(),
  doNotDisturb: z.boolean(),
  media: z.array(
    z.strictObject({
      media: z.string(),
      ready: z.boolean(),
      reason: z.string().nullable(),
      since: time,
      current: z.int(),
      capacity: z.int(),
    }),
  ),
  invitations: z.array(interactionSummarySchema.extend({ invitedAt: time, expiresAt: time })),
  handling: z.array(interactionSummarySchema),
});

/** What an agent's desktop shows. */
export type DesktopState = z.infer<typeof desktopStateSchema>;

/** `POST /api/desktop/login`: opens the agent's session for these media, not ready. `POST /api/desktop/logout` ends it. */
export const desktopLoginSchema = z.strictObject({ media: z.array(z.string()).min(1).default(['email']) });

/** `POST /api/desktop/ready`. */
export const readySchema = z.strictObject({
  media: z.string(),
  ready: z.boolean(),
  reason: z.string().max(100).optional(),
});

/** `POST /api/desktop/do-not-disturb`. */
export const doNotDisturbSchema = z.strictObject({ on: z.boolean() });

/** `POST /api/desktop/interactions/:id/reject`. `/accept` has no body. */
export const rejectSchema = z.strictObject({ reason: z.string().max(200).optional() });

/** `POST /api/desktop/interactions/:id/done`: stops processing without an answer. */
export const doneSchema = z.strictObject({ disposition: z.string().max(100).optional() });

/** `POST /api/desktop/interactions/:id/place`: back to one of the interaction's in-queues. */
export const placeSchema = z.strictObject({ queue: z.string().min(1) });

/** A reply being written; `PUT /api/desktop/interactions/:id/draft` keeps it, `GET` reads it back. */
export const draftSchema = z.strictObject({
  to: z.array(addressSchema).min(1).max(100),
  cc: z.array(addressSchema).max(100).default([]),
  bcc: z.array(addressSchema).max(100).default([]),
  subject: z.string().max(998),
  html: z.string().max(2_000_000),
  /** Ids of attachments uploaded by `POST /api/desktop/attachments` (multipart). */
  attachments: z.array(z.uuid()).max(50).default([]),
});

/** A reply being written. */
export type Draft = z.infer<typeof draftSchema>;

/** `POST /api/desktop/interactions/:id/reply`: the child goes to an out-queue, the parent is stopped unless `keepOpen`. */
export const replySchema = draftSchema.extend({
  queue: z.string().optional(),
  keepOpen: z.boolean().default(false),
  /** Made by the page for each reply: the same again is the same reply, sent once. */
  requestId: z.uuid().optional(),
});

/** Answer to `/reply`: the child interaction; `duplicate` when the same request had been carried out before. */
export const repliedSchema = z.strictObject({ interactionId: z.uuid(), queue: z.string(), duplicate: z.boolean() });

/** `GET /api/desktop/interactions/:id/draft`: null when none was kept. */
export const keptDraftSchema = z.strictObject({ draft: draftSchema.nullable() });

/** Answer to `POST /api/desktop/attachments` (multipart, one or more files), in their order. An upload that no reply takes is gone after a day. */
export const uploadedSchema = z.strictObject({ attachments: z.array(attachmentSchema) });

/** What a browser sends over `/api/socket`. */
export const clientMessageSchema = z.discriminatedUnion('type', [
  /** Which streams this page wants: `desktop` for agents, the others for designers and supervisors. */
  z.strictObject({
    type: z.literal('subscribe'),
    streams: z.array(z.enum(['desktop', 'counts', 'interactions', 'processes'])),
  }),
  /** Where in a process this page is now; null once it has left. Who is there hears of each other. */
  z.strictObject({ type: z.literal('presence'), place: presencePlaceSchema.nullable() }),
  z.strictObject({ type: z.literal('ping') }),
]);

/** What the server sends over `/api/socket`. */
export const serverMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('desktop'), state: desktopStateSchema }),
  z.strictObject({ type: z.literal('counts'), counts: countsSchema }),
  /** Something about these interactions changed; read them again if they are on the page. */
  z.strictObject({ type: z.literal('interactions'), ids: z.array(z.string()) }),
  /** Somebody saved, activated or planned something in this process; read it again if it is on the page. */
  z.strictObject({ type: z.literal('process'), process: z.string() }),
  /** Who has the process open that this page is in: everybody, this page too, in the order in which they came. */
  z.strictObject({ type: z.literal('presence'), process: z.string(), people: z.array(presentPersonSchema) }),
  z.strictObject({ type: z.literal('pong') }),
]);

/** What the server sends. */
export type ServerMessage = z.infer<typeof serverMessageSchema>;
