import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ChatClient } from '../chat-widget/chat-client.ts';
import { chat as t } from '../kit/messages/en/chat.ts';
import { ChatEntry, nameOf } from './chat-entry.tsx';
import classes from './chat.module.css';
import type { ShownChat } from './use-chat.ts';

/** A reader this close to the end, in pixels, is taken along when something comes. */
const nearEnd = 120;

/** What was said, newest last; whoever has scrolled up to read stays there. */
export function ChatLogView({ chat, client }: { readonly chat: ShownChat; readonly client: ChatClient }) {
  const { messages, pending, typing } = chat;
  const box = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    if (isAtEnd.current) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [messages.length, pending.length, typing]);
  return (
    <section
      ref={box}
      className={classes.log}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      role="log"
      aria-label={t.conversation}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < nearEnd;
      }}
    >
      {messages.length === 0 && pending.length === 0 && <p className={classes.event}>{t.empty}</p>}
      {messages.map((message) => (
        <ChatEntry key={message.seq} message={message} />
      ))}
      {pending.map(({ clientId, text, refused, visibility }) => (
        <div key={clientId} className={classes.entry} data-ours data-inside={visibility === 'agents'} data-pending>
          <p className={classes.who}>{refused === undefined ? t.pending : t.refused(refused)}</p>
          <div className={classes.bubble}>{text}</div>
          {refused !== undefined && (
            <Button size="compact-xs" variant="subtle" onClick={() => client.drop(clientId)}>
              {t.dropRefused}
            </Button>
          )}
        </div>
      ))}
      {typing !== undefined && <p className={classes.event}>{t.typing(nameOf({ from: typing }))}</p>}
    </section>
  );
}
