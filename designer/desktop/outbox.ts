import { z } from 'zod';
import { create } from 'zustand';
import { repliedSchema, replySchema } from '#dsl/protocol/desktop.ts';
import { api, isRequestFailure } from '../kit/api.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { messageOf } from '../kit/problem.tsx';
import { queryClient } from '../kit/query-client.ts';
import { refreshDesktop } from './desktop-data.ts';
import { forgetDraft } from './draft-keeper.ts';
import { forgetLocally, keepLocally, keysLocally, readLocally } from './kept-locally.ts';

const pendingSchema = z.object({
  interactionId: z.string(),
  /** When it goes out, Unix milliseconds; 0 once its page has closed and tried to send it. */
  sendAt: z.number(),
  reply: replySchema,
});

/** A reply that can still be taken back, is under way, or could not be sent. */
export interface PendingReply extends z.infer<typeof pendingSchema> {
  readonly state: 'waiting' | 'sending' | 'failed';
  readonly problem?: string;
}

interface Outbox {
  readonly pending: readonly PendingReply[];
  /** What was sent last, for those who listen. */
  readonly lastSent: { readonly subject: string } | undefined;
}

/** How long a reply can be taken back. */
export const undoMs = 10_000;
const retryMs = 3000;
// above this browsers refuse a request that outlives its page; such a reply is sent when the desktop is opened again
const keepAliveBytes = 60_000;
// a key for each, so that two pages of one browser do not overwrite each other's
const prefix = 'signalbox-outbox-';

/** Replies on their way out of this browser. They outlive the page that wrote them and, kept locally, the browser itself. */
export const useOutbox = create<Outbox>(() => ({ pending: keptReplies(), lastSent: undefined }));

const timers = new Map<string, ReturnType<typeof setTimeout>>();
for (const entry of useOutbox.getState().pending) schedule(entry);
addEventListener('pagehide', sendBeforeLeaving);
addEventListener('storage', ({ key, newValue }) => {
  // another page took it back or sent it
  if (key?.startsWith(prefix) === true && newValue === null) forget(key.slice(prefix.length));
});

/** Sends a reply in ten seconds, unless it is taken back. */
export function sendSoon(interactionId: string, reply: PendingReply['reply']): void {
  const entry: PendingReply = { interactionId, reply, sendAt: Date.now() + undoMs, state: 'waiting' };
  useOutbox.setState(({ pending }) => ({
    pending: [...pending.filter((other) => other.interactionId !== interactionId), entry],
  }));
  keep(entry);
  schedule(entry);
}

/** Takes a reply back, unless it is on its way already. */
export function takeBack(interactionId: string): void {
  const entry = find(interactionId);
  if (entry !== undefined && entry.state !== 'sending') forget(interactionId);
}

/** Sends a waiting or failed reply at once. */
export function sendNow(interactionId: string): void {
  const entry = find(interactionId);
  if (entry !== undefined && entry.state !== 'sending') schedule(entry, 0);
}

function keptReplies(): PendingReply[] {
  return keysLocally(prefix)
    .map((key) => readLocally(key, pendingSchema))
    .filter((entry) => entry !== undefined)
    .map((entry) => ({ ...entry, state: entry.sendAt > Date.now() ? 'waiting' : 'sending' }));
}

function keep({ interactionId, sendAt, reply }: PendingReply): boolean {
  return keepLocally(prefix + interactionId, { interactionId, sendAt, reply });
}

function find(interactionId: string): PendingReply | undefined {
  return useOutbox.getState().pending.find((entry) => entry.interactionId === interactionId);
}

function forget(interactionId: string): void {
  clearTimeout(timers.get(interactionId));
  forgetLocally(prefix + interactionId);
  useOutbox.setState(({ pending }) => ({ pending: pending.filter((entry) => entry.interactionId !== interactionId) }));
}

function become(interactionId: string, to: Pick<PendingReply, 'state' | 'problem'>): void {
  useOutbox.setState(({ pending }) => ({
    pending: pending.map((entry) => (entry.interactionId === interactionId ? { ...entry, ...to } : entry)),
  }));
}

function schedule(entry: PendingReply, delayMs = entry.sendAt - Date.now()): void {
  clearTimeout(timers.get(entry.interactionId));
  timers.set(
    entry.interactionId,
    setTimeout(() => void deliver(entry), Math.max(0, delayMs)),
  );
}

async function deliver(entry: PendingReply): Promise<void> {
  const { interactionId, reply } = entry;
  become(interactionId, { state: 'sending' });
  try {
    await api.send('POST', `/api/desktop/interactions/${interactionId}/reply`, reply, repliedSchema);
    forget(interactionId);
    forgetDraft(interactionId);
    useOutbox.setState({ lastSent: { subject: reply.subject === '' ? t.noSubject : reply.subject } });
    refreshDesktop(queryClient);
  } catch (error) {
    const isPassing = isRequestFailure(error) && (error.status === 0 || error.status >= 500);
    // the same request id goes with every try, so that it is sent once
    if (isPassing) schedule(entry, retryMs);
    become(interactionId, { state: isPassing ? 'sending' : 'failed', problem: messageOf(error) });
  }
}

// after that the interaction goes back to its queue, and somebody else would answer a second time
function sendBeforeLeaving(): void {
  for (const entry of useOutbox.getState().pending) {
    const body = JSON.stringify(entry.reply);
    if (entry.state === 'failed' || body.length > keepAliveBytes) continue;
    keep({ ...entry, sendAt: 0 });
    become(entry.interactionId, { state: 'sending' });
    // nobody is left to hear how it went; what is kept is tried again, and its request id makes that harmless
    void fetch(`/api/desktop/interactions/${entry.interactionId}/reply`, {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body,
    });
  }
}
