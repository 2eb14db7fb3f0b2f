import { useEffect, useState } from 'react';
import type { ChatMessage } from '#dsl/protocol/chat.ts';
import type { ChatClient } from '../chat-widget/chat-client.ts';

/** Answers by people and strategies: what they say, not that they came or went. */
const answers: ReadonlySet<ChatMessage['kind']> = new Set(['message', 'file', 'push-url']);

/** Strategies greet before anybody is there: the customer goes on talking with people only. */
const people: ReadonlySet<ChatMessage['from']['kind']> = new Set(['agent', 'supervisor']);

/** How long the customer thinks. */
const thinkingMs = 600;

/** Says line after line, each when somebody has answered the one before. Answers how many were said. */
export function useChatPlay(
  client: ChatClient,
  {
    lines,
    messages,
    isOpen,
  }: { readonly lines: readonly string[]; readonly messages: readonly ChatMessage[]; readonly isOpen: boolean },
): number {
  // The first line came with the opening.
  const [said, setSaid] = useState(1);
  const [answered, setAnswered] = useState(0);
  const last = messages.findLast(({ kind, from }) => answers.has(kind) && people.has(from.kind))?.seq ?? 0;
  useEffect(() => {
    const line = lines[said];
    if (!isOpen || line === undefined || last <= answered) return;
    const timer = setTimeout(() => {
      client.say(line);
      setSaid(said + 1);
      setAnswered(last);
    }, thinkingMs);
    return () => clearTimeout(timer);
  }, [client, lines, isOpen, said, last, answered]);
  return said;
}
