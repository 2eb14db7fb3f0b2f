import { Alert, Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OpenChat } from '#dsl/protocol/chat.ts';
import { ChatClient } from '../chat-widget/chat-client.ts';
import { ChatLogView } from '../desktop/chat-log-view.tsx';
import { listenerOf, noChat, type ShownChat } from '../desktop/use-chat.ts';
import { chatBench as t } from '../kit/messages/en/chat-bench.ts';
import { messageOf } from '../kit/problem.tsx';
import classes from './chat-bench.module.css';
import { useChatPlay } from './use-chat-play.ts';

/** A chat that is played: opened once, then line after line. */
export function ChatBenchPlay(props: {
  readonly wish: Omit<OpenChat, 'clientKey' | 'text'>;
  readonly lines: readonly string[];
}) {
  const { wish, lines } = props;
  const [chat, setChat] = useState<ShownChat>(noChat);
  const [client] = useState(() => new ChatClient({ url: location.origin }, listenerOf(setChat)));
  const [clientKey] = useState(() => `bench ${Date.now()} ${Math.random()}`);
  const [error, setError] = useState<unknown>();
  const [text, setText] = useState('');
  const said = useChatPlay(client, { lines, messages: chat.messages, isOpen: chat.session?.state === 'open' });
  useEffect(() => {
    // Opening again under the same key is the same chat.
    client.open({ ...wish, text: lines[0] ?? '', clientKey }).catch(setError);
    return () => client.stop();
  }, [client, wish, lines, clientKey]);
  const isOver = chat.session?.state === 'closed';
  const say = (): void => {
    if (text.trim() !== '') client.say(text.trim());
    setText('');
  };
  if (error !== undefined) return <Alert m="md" color="red" title={messageOf(error)} />;
  return (
    <section className={classes.play} aria-label={t.conversation}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t.conversation}</h2>
        <span className={classes.progress}>{t.playing(Math.min(said, lines.length), lines.length)}</span>
        <Button size="xs" variant="default" disabled={isOver} onClick={() => void client.close().catch(setError)}>
          {t.end}
        </Button>
      </header>
      <ChatLogView chat={chat} client={client} />
      {!isOver && (
        <form
          className={classes.more}
          onSubmit={(event) => {
            event.preventDefault();
            say();
          }}
        >
          <TextInput
            className={classes.text ?? ''}
            aria-label={t.sayMore}
            placeholder={t.sayMore}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit">{t.say}</Button>
        </form>
      )}
    </section>
  );
}
