import { runInputSchema } from '../compile/run-contract.ts';
import { z } from 'zod';
import { mediaTypeSchema } from '../model/media-type.ts';

const time = z.iso.datetime();
const keyValues = z.record(z.string(), z.json());

/** A mail address with the name people gave it. */
export const addressSchema = z.strictObject({ address: z.string(), name: z.string() });

/** A mail address with its name. */
export type Address = z.infer<typeof addressSchema>;

/** `POST /api/interactions`: an outside program hands an interaction in. It is committed before the answer. */
export const submitInteractionSchema = z.strictObject({
  endpoint: z.string().min(1),
  media: mediaTypeSchema,
  type: z.string().default('Inbound'),
  subtype: z.string().default('InboundNew'),
  externalId: z.string().max(998).optional(),
  subject: z.string().max(998).default(''),
  text: z.string().max(1_000_000).default(''),
  from: addressSchema.optional(),
  priority: z.int().default(0),
  data: keyValues.default({}),
});

/** Answer to a submission. `duplicate` when the external id had been taken before. */
export const submittedSchema = z.strictObject({ interactionId: z.uuid(), duplicate: z.boolean() });

/** A line of a list of interactions. */
export const interactionSummarySchema = z.strictObject({
  id: z.uuid(),
  media: z.string(),
  type: z.string(),
  subtype: z.string(),
  state: z.enum(['queued', 'routing', 'inviting', 'handling', 'workbin', 'stopped']),
  isHeld: z.boolean(),
  queue: z.string().nullable(),
  agentId: z.string().nullable(),
  agentName: z.string().nullable(),
  priority: z.int(),
  subject: z.string(),
  from: addressSchema.nullable(),
  to: z.string().nullable(),
  receivedAt: time,
  stoppedAt: time.nullable(),
  stopReason: z.string().nullable(),
  problem: z
    .strictObject({
      code: z.string(),
      message: z.string(),
      strategy: z.string().optional(),
      block: z.string().optional(),
    })
    .nullable(),
  parentId: z.uuid().nullable(),
  contactId: z.uuid().nullable(),
  threadId: z.uuid(),
});

/** A line of a list of interactions. */
export type InteractionSummary = z.infer<typeof interactionSummarySchema>;

/** `GET /api/interactions`: newest first; `before` is the `next` of the page before. */
export const interactionQuerySchema = z.strictObject({
  state: z.enum(['queued', 'routing', 'inviting', 'handling', 'workbin', 'stopped', 'live']).optional(),
  queue: z.string().optional(),
  media: z.string().optional(),
  contactId: z.uuid().optional(),
  threadId: z.uuid().optional(),
  search: z.string().max(200).optional(),
  /**
   * All four together: those that left this block by this port during the last hour, at most the latest thousand. The port is
   * empty for runs that failed in the block; without a block: runs of the strategy that failed or left any block by its error port.
   */
  process: z.string().optional(),
  strategy: z.string().optional(),
  block: z.string().optional(),
  port: z.string().optional(),
  before: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of interactions. */
export const interactionPageSchema = z.strictObject({
  interactions: z.array(interactionSummarySchema),
  next: z.string().nullable(),
});

/** A page of interactions. */
export type InteractionPage = z.infer<typeof interactionPageSchema>;

/** An attachment; its bytes are at `GET /api/attachments/:id`. */
export const attachmentSchema = z.strictObject({
  id: z.uuid(),
  fileName: z.string(),
  contentType: z.string(),
  size: z.int(),
  inline: z.boolean(),
});

/** The body of an interaction. `html` is sanitised; remote images are blocked unless asked for by `?images=show`. */
export const messageSchema = z.strictObject({
  direction: z.enum(['in', 'out']),
  messageId: z.string().nullable(),
  subject: z.string(),
  from: addressSchema.nullable(),
  replyTo: addressSchema.nullable(),
  to: z.array(addressSchema),
  cc: z.array(addressSchema),
  text: z.string(),
  replyText: z.string().nullable(),
  html: z.string().nullable(),
  blockedImages: z.int(),
  automatic: z.string(),
  problems: z.array(z.string()),
  sentAt: time.nullable(),
  attachments: z.array(attachmentSchema),
});

/** The body of an interaction. */
export type Message = z.infer<typeof messageSchema>;

/** A person outside. */
export const contactSchema = z.strictObject({
  id: z.uuid(),
  title: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  addresses: z.array(z.strictObject({ kind: z.string(), value: z.string(), isPrimary: z.boolean() })),
  attributes: keyValues,
  createdAt: time,
});

/** A person outside. */
export type Contact = z.infer<typeof contactSchema>;

/** `GET /api/interactions/:id`. */
export const interactionDetailSchema = interactionSummarySchema.extend({
  version: z.int(),
  endpoint: z.string().nullable(),
  mailbox: z.string().nullable(),
  inQueues: z.array(z.string()),
  outQueues: z.array(z.string()),
  data: keyValues,
  message: messageSchema.nullable(),
  contact: contactSchema.nullable(),
  children: z.array(interactionSummarySchema),
  /** What agents wrote when they transferred it or put it into a workbin, newest first. */
  notes: z.array(z.strictObject({ at: time, by: z.string(), event: z.string(), text: z.string() })),
});

/** An interaction whole. */
export type InteractionDetail = z.infer<typeof interactionDetailSchema>;

/** An entry of the event log. */
export const eventSchema = z.strictObject({
  id: z.string(),
  at: time,
  kind: z.string(),
  party: z.strictObject({ kind: z.string(), name: z.string(), runId: z.string().optional() }).nullable(),
  facts: keyValues,
});

/** An entry of the event log. */
export type InteractionLogEvent = z.infer<typeof eventSchema>;

/** A run of a strategy over an interaction, as the trace shows it. */
export const runSchema = z.strictObject({
  id: z.uuid(),
  process: z.string(),
  version: z.int(),
  strategy: z.string(),
  state: z.enum(['running', 'waiting', 'ended', 'failed']),
  attempts: z.int(),
  startedAt: time,
  endedAt: time.nullable(),
  /** Blocks in the order they were left, with the port taken. */
  path: z.array(z.strictObject({ block: z.string(), port: z.string(), strategy: z.string().optional() })),
  waitingFor: z.strictObject({ block: z.string(), name: z.string() }).nullable(),
  error: z.strictObject({ code: z.string(), message: z.string(), block: z.string().optional() }).nullable(),
  /** What the run began with; the text of its message is that of the interaction. */
  input: runInputSchema,
  calls: z.array(
    z.strictObject({
      seq: z.int(),
      block: z.string(),
      name: z.string(),
      params: z.json(),
      result: z.json().nullable(),
      error: z.json().nullable(),
      /** Attached data that others changed until the answer came. */
      data: z.record(z.string(), z.json()).nullable(),
      askedAt: time,
      answeredAt: time,
    }),
  ),
});

/** `GET /api/interactions/:id/trace`. */
export const traceSchema = z.strictObject({ events: z.array(eventSchema), runs: z.array(runSchema) });

/** Events and runs of an interaction. */
export type Trace = z.infer<typeof traceSchema>;

/** `GET /api/interactions/:id/candidates`: whom the router has to choose from now; null unless it waits for an agent. */
export const candidatesSchema = z.strictObject({
  waiting: z
    .strictObject({
      since: time,
      /** The agent it is offered to. */
      invited: z.string().nullable(),
      /** Of those whom its targets mean: user name, and `next` or why not. Those nearest to it first. */
      candidates: z.array(z.strictObject({ agent: z.string(), verdict: z.string() })),
      /** How many more there are. */
      more: z.int(),
    })
    .nullable(),
});

/** Whom the router has to choose from now. */
export type Candidates = z.infer<typeof candidatesSchema>;

/** `POST /api/interactions/:id/move` (supervisor): to another queue. `/retry` without body: back to where it came from. `/stop`: with a reason. */
export const moveSchema = z.strictObject({ queue: z.string().min(1) });

/** `POST /api/interactions/:id/priority` (supervisor): the greater, the sooner. `/hold` and `/resume` have no body. */
export const prioritySchema = z.strictObject({ priority: z.int().min(-1_000_000).max(1_000_000) });

/** `POST /api/interactions/:id/stop`. */
export const stopSchema = z.strictObject({ reason: z.string().max(500).default('') });
