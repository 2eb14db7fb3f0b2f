import type { ChatMessage, ChatState, OpenChat } from '#dsl/protocol/chat.ts';
import { ChatClient, type ChatLink, type PendingMessage } from '#designer/chat-widget/chat-client.ts';

/** A customer in a chat, with what they have seen of it. */
export interface ChatCustomer {
  readonly client: ChatClient;
  readonly seen: readonly ChatMessage[];
  readonly links: readonly ChatLink[];
  /** The first entry that fits, of those seen or to come; each is answered once. */
  next(fits: (message: ChatMessage) => boolean): Promise<ChatMessage>;
  /** Resolves when the session stands so. */
  until(fits: (session: ChatState) => boolean): Promise<void>;
  /** Resolves when nothing waits to be confirmed. */
  allSaid(): Promise<void>;
}

/** Opens a chat as a customer's page does; the server may be elsewhere with each connection. */
export async function chatCustomer(
  options: { readonly url: string; readonly useSocket?: boolean },
  wish: Partial<OpenChat> = {},
): Promise<ChatCustomer> {
  const seen: ChatMessage[] = [];
  const taken = new Set<number>();
  const links: ChatLink[] = [];
  let session: ChatState | undefined;
  let pending: readonly PendingMessage[] = [];
  const waiting = new Set<() => void>();
  const look = (): void => {
    for (const one of waiting) one();
  };
  const when = <Found>(find: () => Found | undefined): Promise<Found> =>
    new Promise((resolve) => {
      const check = (): void => {
        const found = find();
        if (found === undefined) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  const client = new ChatClient(options, {
    onMessages(messages) {
      seen.push(...messages);
      look();
    },
    onSession(now) {
      session = now;
      look();
    },
    onLink: (link) => links.push(link),
    onPending(now) {
      pending = now;
      look();
    },
  });
  await client.open({ clientKey: crypto.randomUUID(), ...wish });
  return {
    client,
    seen,
    links,
    next: (fits) =>
      when(() => {
        const found = seen.find((message) => !taken.has(message.seq) && fits(message));
        if (found !== undefined) taken.add(found.seq);
        return found;
      }),
    until: async (fits) => {
      await when(() => (session !== undefined && fits(session) ? true : undefined));
    },
    allSaid: async () => {
      await when(() => (pending.length === 0 ? true : undefined));
    },
  };
}
