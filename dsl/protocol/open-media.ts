import { z } from 'zod';
import { mediumIconSchema } from '../model/open-medium.ts';
import { addressSchema } from './interactions.ts';

const time = z.iso.datetime();
const keyValues = z.record(z.string().min(1).max(100), z.json());

/** By which a program calls what is its own: an order, a task, a message. */
export const externalIdSchema = z.string().min(1).max(200);

/** `POST /api/open-media/:media/interactions`. The same external id again is the same interaction. */
export const submitOpenSchema = z.strictObject({
  endpoint: z.string().min(1),
  externalId: externalIdSchema,
  type: z.string().min(1).max(64).default('Inbound'),
  subtype: z.string().min(1).max(64).default('InboundNew'),
  subject: z.string().max(512).default(''),
  text: z.string().max(1_000_000).default(''),
  from: addressSchema.optional(),
  /** What is kept of the contact besides name and address; only keys that are given change. */
  contactAttributes: keyValues.default({}),
  priority: z.int().min(-1_000_000).max(1_000_000).default(0),
  receivedAt: time.optional(),
  data: keyValues.default({}),
});

/** `PATCH /api/open-media/:media/interactions/:externalId`: only what is given changes. */
export const changeOpenSchema = z.strictObject({
  set: keyValues.default({}),
  remove: z.array(z.string()).max(200).default([]),
  priority: z.int().min(-1_000_000).max(1_000_000).optional(),
  subject: z.string().max(512).optional(),
});

/** `POST .../interactions/:externalId/messages`. The same id again is the same message. */
export const appendOpenSchema = z.strictObject({
  id: externalIdSchema,
  text: z.string().min(1).max(100_000),
  from: addressSchema.optional(),
  at: time.optional(),
});

/** Answer to an appended message. */
export const appendedSchema = z.strictObject({ interactionId: z.uuid(), duplicate: z.boolean() });

/** `POST .../interactions/:externalId/stop`. Stopping twice is once. */
export const stopOpenSchema = z.strictObject({ reason: z.string().max(500).default('Stopped by its program') });

/** `GET .../interactions/:externalId`: where it is. */
export const openInteractionSchema = z.strictObject({
  interactionId: z.uuid(),
  externalId: z.string(),
  state: z.enum(['queued', 'routing', 'inviting', 'handling', 'workbin', 'stopped']),
  queue: z.string().nullable(),
  agent: z.string().nullable(),
  priority: z.int(),
  subject: z.string(),
  reason: z.string().nullable(),
  data: keyValues,
});

const about = {
  id: z.string(),
  at: time,
  interactionId: z.uuid(),
  externalId: z.string().nullable(),
  data: z.record(z.string(), z.json()),
};

/** What a program hears. An event may come twice; its id tells. */
export const openEventSchema = z.discriminatedUnion('kind', [
  /** An answer to be delivered. A strategy waits for the word of the program. */
  z.strictObject({
    ...about,
    kind: z.literal('reply'),
    replyId: z.uuid(),
    to: addressSchema.nullable(),
    agent: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    isPrivate: z.boolean(),
  }),
  /** Where an interaction is now. */
  z.strictObject({
    ...about,
    kind: z.literal('state'),
    state: openInteractionSchema.shape.state,
    queue: z.string().nullable(),
    agent: z.string().nullable(),
    reason: z.string().nullable(),
  }),
]);

/** What a program hears. */
export type OpenEvent = z.infer<typeof openEventSchema>;

/** `GET /api/open-media/:media/events`: the oldest that are not acknowledged. */
export const openEventsSchema = z.strictObject({ events: z.array(openEventSchema) });

/** What became of an event: `failed` says why a reply could not be delivered. An answer of a webhook may be of this form too. */
export const openOutcomeSchema = z.strictObject({
  failed: z.string().min(1).max(500).optional(),
  /** What the reply is called outside. */
  externalId: externalIdSchema.optional(),
});

/** `POST /api/open-media/:media/events/acknowledge`: these will not come again. */
export const acknowledgeSchema = z.strictObject({
  events: z.array(openOutcomeSchema.extend({ id: z.string().regex(/^\d{1,18}$/, 'the id of an event') })).max(500),
});

/** A line of `GET /api/media`: media that outside programs added, as desktops show them. */
export const shownMediumSchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  icon: mediumIconSchema,
  capacity: z.int(),
  canReply: z.boolean(),
});

/** A medium as desktops show it. */
export type ShownMedium = z.infer<typeof shownMediumSchema>;
