import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import type { ChatMessage, ChatParty, ChatState } from '#dsl/protocol/chat.ts';
import { ChatClient, type ChatLink, type ChatListener, type PendingMessage } from '../chat-widget/chat-client.ts';

/** A chat as a page shows it. */
export interface ShownChat {
  readonly messages: readonly ChatMessage[];
  readonly pending: readonly PendingMessage[];
  readonly session: ChatState | undefined;
  readonly link: ChatLink | undefined;
  /** Who is typing now, and since when. */
  readonly typing: ChatParty | undefined;
  readonly isGone: boolean;
}

/** A chat of which nothing is known yet. */
export const noChat: ShownChat = {
  messages: [],
  pending: [],
  session: undefined,
  link: undefined,
  typing: undefined,
  isGone: false,
};

/** Whoever stops without saying so has stopped after this. */
const typingMs = 6000;

/** Follows a chat of an agent while the page shows it, and speaks in it. One component follows one chat. */
export function useChat(sessionId: string): { readonly chat: ShownChat; readonly client: ChatClient } {
  const [chat, setChat] = useState<ShownChat>(noChat);
  const [client] = useState(() => new ChatClient({ url: location.origin, side: 'chats' }, listenerOf(setChat)));
  useEffect(() => {
    client.join({ sessionId, token: '' });
    return () => client.stop();
  }, [client, sessionId]);
  return { chat, client };
}

/** Keeps what a client tells in a state. */
export function listenerOf(setChat: Dispatch<SetStateAction<ShownChat>>): ChatListener {
  const change = (changes: Partial<ShownChat>): void => setChat((before) => ({ ...before, ...changes }));
  let quiet: ReturnType<typeof setTimeout> | undefined;
  return {
    onMessages: (fresh) =>
      setChat((before) => ({ ...before, typing: undefined, messages: [...before.messages, ...fresh] })),
    onPending: (pending) => change({ pending }),
    onSession: (session) => change({ session }),
    onLink: (link) => change({ link }),
    onGone: () => change({ isGone: true }),
    onTyping: (from, on) => {
      clearTimeout(quiet);
      change({ typing: on ? from : undefined });
      quiet = setTimeout(() => change({ typing: undefined }), typingMs);
    },
  };
}
