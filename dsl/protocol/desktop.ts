import { z } from 'zod';
import { workbinOwnerSchema, workbinOwnerTypeSchema } from '../model/workbin.ts';
import { countsSchema } from './processes.ts';
import { presencePlaceSchema, presentPersonSchema } from './presence.ts';
import { addressSchema, attachmentSchema, interactionSummarySchema } from './interactions.ts';
import { trafficFocusSchema, trafficSchema } from './traffic.ts';

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
  invitations: z.array(
    interactionSummarySchema.extend({
      invitedAt: time,
      expiresAt: time,
      /** Who transferred it, and what they wrote; null for what a strategy routed. */
      transfer: z.strictObject({ by: z.string(), note: z.string().nullable() }).nullable(),
    }),
  ),
  handling: z.array(interactionSummarySchema),
});

/** What an agent's desktop shows. */
export type DesktopState = z.infer<typeof desktopStateSchema>;

/** `POST /api/desktop/login`: opens the agent's session for these media, or for all of their capacity rule, not ready. `POST /api/desktop/logout` ends it. */
export const desktopLoginSchema = z.strictObject({ media: z.array(z.string()).min(1).optional() });

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

/** What whoever has it next should know. */
const noteSchema = z
  .string()
  .trim()
  .max(2000)
  .transform((text) => text.replaceAll('\u0000', ''))
  .optional();

/** `POST /api/desktop/interactions/:id/place`: back to one of the interaction's in-queues. */
export const placeSchema = z.strictObject({ queue: z.string().min(1), note: noteSchema });

/** `POST /api/desktop/interactions/:id/workbin`: into a workbin; one's own unless an owner is named, as the workbin asks for. */
export const placeInWorkbinSchema = z.strictObject({
  workbin: z.string().min(1),
  owner: z.string().min(1).optional(),
  note: noteSchema,
});

/** Whom an agent gives an interaction to: a colleague by user name, whoever of a group, or one of its in-queues. */
const transferTargetSchema = z.union([
  z.strictObject({ agent: z.string().min(1) }),
  z.strictObject({ agentGroup: z.string().min(1) }),
  z.strictObject({ queue: z.string().min(1) }),
]);

/** Whom an agent gives an interaction to. */
export type TransferTarget = z.infer<typeof transferTargetSchema>;

/** `POST /api/desktop/interactions/:id/transfer`. `/pull` has no body: out of a workbin. */
export const transferSchema = z.strictObject({ to: transferTargetSchema, note: noteSchema });

/** `GET /api/desktop/workbins`: those of the agent and of their groups, with the first of what is in each. */
export const desktopWorkbinsSchema = z.strictObject({
  workbins: z.array(
    z.strictObject({
      workbin: z.string(),
      displayName: z.string(),
      owner: workbinOwnerSchema,
      count: z.int(),
      /** There are more than were counted. */
      isMore: z.boolean(),
      interactions: z.array(
        interactionSummarySchema.extend({
          placedAt: time.nullable(),
          placedBy: z.string().nullable(),
          note: z.string().nullable(),
        }),
      ),
    }),
  ),
});

/** Workbins as a desktop shows them. */
export type DesktopWorkbins = z.infer<typeof desktopWorkbinsSchema>;

/** `GET /api/desktop/destinations`: where an agent may give what they handle. */
export const destinationsSchema = z.strictObject({
  agents: z.array(
    z.strictObject({ userName: z.string(), name: z.string(), isLoggedIn: z.boolean(), readyFor: z.array(z.string()) }),
  ),
  groups: z.array(z.string()),
  workbins: z.array(z.strictObject({ name: z.string(), displayName: z.string(), owner: workbinOwnerTypeSchema })),
});

/** Where an agent may give what they handle. */
export type Destinations = z.infer<typeof destinationsSchema>;

/** A reply being written; `PUT /api/desktop/interactions/:id/draft` keeps it, `GET` reads it back. */
export const draftSchema = z.strictObject({
  to: z.array(addressSchema).min(1).max(100),
  cc: z.array(addressSchema).max(100).default([]),
  bcc: z.array(addressSchema).max(100).default([]),
  subject: z.string().max(998),
  html: z.string().max(2_000_000),
  /** Ids of attachments uploaded by `POST /api/desktop/attachments` (multipart). */
  attachments: z.array(z.uuid()).max(50).default([]),
  /** To somebody else than the customer: the files of the original go along. */
  forwards: z.boolean().default(false),
});

/** `PUT /api/desktop/interactions/:id/message`: what a mail that is on its way out, and in review, says from now on. */
export const revisionSchema = draftSchema.pick({ to: true, cc: true, subject: true, html: true });

/** `GET /api/desktop/signature`: what stands below the agent's mails, plain text; empty for none. */
export const signatureSchema = z.strictObject({ signature: z.string() });

/** A reply being written. */
export type Draft = z.infer<typeof draftSchema>;

/** `POST /api/desktop/interactions/:id/reply`: the child goes to an out-queue, the parent is stopped unless `keepOpen`. */
export const replySchema = draftSchema.extend({
  queue: z.string().optional(),
  keepOpen: z.boolean().default(false),
  /** Made by the page for each reply: the same again is the same reply, sent once. */
  requestId: z.uuid().optional(),
  /** The post it answers, by its id outside; left out: the one the interaction began with. */
  answers: z.string().max(500).optional(),
  /** Who may read it, where the medium knows both. */
  visibility: z.enum(['public', 'private']).optional(),
});

/** `POST /api/desktop/mails`: an e-mail that answers nothing, from one of the tenant's mailboxes. */
export const newMailSchema = draftSchema.omit({ forwards: true }).extend({
  /** Name of the mailbox whose address it is sent from, and where answers come to. */
  mailbox: z.string().min(1).max(100),
  /** Made by the caller for each e-mail: the same again is the same e-mail, sent once. */
  requestId: z.uuid(),
});

/** An e-mail that answers nothing. */
export type NewMail = z.infer<typeof newMailSchema>;

/** `GET /api/desktop/mails/senders`: what `mailbox` may be; empty while agents write no new e-mails. */
export const sendersSchema = z.strictObject({
  mailboxes: z.array(z.strictObject({ name: z.string(), address: z.string() })),
});

/** Mailboxes that agents send new e-mails from. */
export type Senders = z.infer<typeof sendersSchema>;

/** Answer to `/reply` and `/mails`: the new interaction; `duplicate` when the same request had been carried out before. */
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
  /** Which process this page watches, and what of it minute by minute; null once it watches none. For designers and supervisors. */
  z.strictObject({
    type: z.literal('watch'),
    watched: z.strictObject({ process: z.string(), focus: trafficFocusSchema.nullable() }).nullable(),
  }),
  z.strictObject({ type: z.literal('ping') }),
]);

/** What the server sends over `/api/socket`. */
export const serverMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('desktop'), state: desktopStateSchema }),
  /** Something came into a workbin of the agent or of their groups, or left it; read them again if they are on the page. */
  z.strictObject({ type: z.literal('workbins') }),
  z.strictObject({ type: z.literal('counts'), counts: countsSchema }),
  /** What moves through the process that this page watches. */
  z.strictObject({ type: z.literal('traffic'), process: z.string(), traffic: trafficSchema }),
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
