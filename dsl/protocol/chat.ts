import { z } from 'zod';

const time = z.iso.datetime();

/** Longest message in characters. */
export const maxChatText = 4000;

/** Largest file in bytes. */
export const maxChatFileBytes = 5 * 1024 * 1024;

const text = z.string().min(1).max(maxChatText);
/** Made by the sender for each message: the same again is the same message. */
const clientId = z.string().min(1).max(64);

/** Who says something in a chat. */
export const chatPartySchema = z.strictObject({
  kind: z.enum(['customer', 'agent', 'supervisor', 'strategy', 'system']),
  name: z.string(),
});

/** Who says something in a chat. */
export type ChatParty = z.infer<typeof chatPartySchema>;

/** What a message of a session can be; only `message`, `push-url` and `file` are sent by people. */
export const chatKindSchema = z.enum([
  'message',
  'notice',
  'push-url',
  'file',
  'joined',
  'left',
  'alert',
  'asleep',
  'awake',
  'closed',
]);

/** What a message of a session can be. */
export type ChatKind = z.infer<typeof chatKindSchema>;

/** One entry of a session's log. Its text is text: nobody may show it as HTML. */
export const chatMessageSchema = z.strictObject({
  /** Counts within the session. A customer sees gaps where something was for agents only. */
  seq: z.int(),
  at: time,
  kind: chatKindSchema,
  from: chatPartySchema,
  visibility: z.enum(['all', 'agents']),
  text: z.string(),
  clientId: z.string(),
  file: z.strictObject({ id: z.uuid(), fileName: z.string(), contentType: z.string(), size: z.int() }).optional(),
});

/** One entry of a session's log. */
export type ChatMessage = z.infer<typeof chatMessageSchema>;

/** `POST /api/chat/sessions`: a customer begins. */
export const openChatSchema = z.strictObject({
  tenant: z.string().min(1).max(100).default('default'),
  endpoint: z.string().min(1).max(200).default('default'),
  /** Made by the page for each session and kept secret: asked again it is the same session. */
  clientKey: z.string().min(16).max(100),
  name: z.string().max(200).default(''),
  email: z.union([z.email().max(254), z.literal('')]).default(''),
  subject: z.string().max(200).default(''),
  /** The first thing the customer says. */
  text: z.string().max(maxChatText).default(''),
  /** Attached to the interaction, each key with the prefix `Customer.`. */
  data: z
    .record(z.string().max(60), z.string().max(500))
    .refine((data) => Object.keys(data).length <= 20, 'at most twenty keys')
    .default({}),
});

/** What a customer's page asks a session with. */
export type OpenChat = z.input<typeof openChatSchema>;

/** Answer to it. The token opens the session to whoever holds it; it is told once. */
export const openedChatSchema = z.strictObject({ sessionId: z.uuid(), token: z.string() });

/** How a session stands. */
export const chatStateSchema = z.strictObject({
  state: z.enum(['open', 'asleep', 'closed']),
  seq: z.int(),
  agentName: z.string().nullable(),
});

/** How a session stands. */
export type ChatState = z.infer<typeof chatStateSchema>;

/** Says something. Customers say `message` to `all` only; `push-url` holds an http or https address. */
export const sayChatSchema = z.strictObject({
  clientId,
  text,
  kind: z.enum(['message', 'push-url']).default('message'),
  visibility: z.enum(['all', 'agents']).default('all'),
});

/** Says something. */
export type SayChat = z.input<typeof sayChatSchema>;

/** The entry that came of it; `duplicate` when it had been taken before. */
export const saidChatSchema = z.strictObject({ seq: z.int(), duplicate: z.boolean() });

/** Query of the log; `wait` seconds until there is something, for those without a web socket. */
export const chatLogQuerySchema = z.object({
  since: z.coerce.number().int().min(0).default(0),
  wait: z.coerce.number().int().min(0).max(25).default(0),
});

/** The log from a sequence number on, up to 200 entries. */
export const chatLogSchema = z.strictObject({
  session: chatStateSchema,
  messages: z.array(chatMessageSchema),
  /** What to ask for next: further than the last entry where something is not for the asker. */
  next: z.int(),
});

/** The log from a sequence number on. */
export type ChatLogPage = z.infer<typeof chatLogSchema>;

/** Tells that somebody writes, or has stopped. */
export const typingChatSchema = z.strictObject({ on: z.boolean() });

/** Ends the chat from the agent's side: the session is closed and the interaction placed, or stopped when it has no in-queue. */
export const endChatSchema = z.strictObject({
  queue: z.string().min(1).optional(),
  disposition: z.string().max(100).optional(),
});

/** Where a sleeping session waits for the customer; left out: the queue it came from. */
export const sleepChatSchema = z.strictObject({ queue: z.string().min(1).optional() });

/** How a supervisor takes part: listens, whispers to the agent, or speaks to everybody. */
export const watchChatSchema = z.strictObject({ mode: z.enum(['monitor', 'coach', 'barge', 'none']) });

/** How sessions of an endpoint behave: `PUT /api/chat-settings/:endpoint`. Seconds; 0 is never. */
export const chatSettingsSchema = z.strictObject({
  alertSeconds: z.int().min(0).max(86_400).default(255),
  closeSeconds: z.int().min(0).max(86_400).default(45),
  alertText: z.string().max(500).default('Are you still there? This chat ends soon if nobody writes.'),
  closeText: z.string().max(500).default('This chat has ended because nobody wrote for a while.'),
  /** A session outlives silence: it sleeps and wakes. Alert and close then go by the two lengths below. */
  asynchronous: z.boolean().default(false),
  sleepAlertSeconds: z.int().min(0).max(2_592_000).default(86_400),
  sleepCloseSeconds: z.int().min(0).max(2_592_000).default(3600),
  /** Sites that may open chats, such as `https://www.example.com`; none: any. */
  origins: z.array(z.url().max(200)).max(50).default([]),
});

/** How sessions of an endpoint behave. */
export type ChatSettings = z.infer<typeof chatSettingsSchema>;

/** What a page sends over a session's web socket; `hello` first, with the last sequence number it has. */
export const chatClientMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), token: z.string().max(200).optional(), since: z.int().min(0) }),
  z.strictObject({ type: z.literal('say'), ...sayChatSchema.shape }),
  z.strictObject({ type: z.literal('typing'), on: z.boolean() }),
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({ type: z.literal('ping') }),
]);

/** What a page sends over a session's web socket. */
export type ChatClientMessage = z.input<typeof chatClientMessageSchema>;

/** What a session's web socket sends. */
export const chatServerMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('session'), session: chatStateSchema }),
  z.strictObject({ type: z.literal('messages'), messages: z.array(chatMessageSchema) }),
  z.strictObject({ type: z.literal('typing'), from: chatPartySchema, on: z.boolean() }),
  z.strictObject({ type: z.literal('said'), clientId: z.string(), seq: z.int() }),
  z.strictObject({ type: z.literal('refused'), clientId: z.string(), code: z.string(), message: z.string() }),
  z.strictObject({ type: z.literal('pong') }),
]);

/** What a session's web socket sends. */
export type ChatServerMessage = z.infer<typeof chatServerMessageSchema>;
