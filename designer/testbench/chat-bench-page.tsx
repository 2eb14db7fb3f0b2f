import { Button, Group, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { OpenChat } from '#dsl/protocol/chat.ts';
import { chatBench as t } from '../kit/messages/en/chat-bench.ts';
import { Panes } from '../kit/panes.tsx';
import { BenchMedia } from './bench-media.tsx';
import { ChatBenchPlay } from './chat-bench-play.tsx';
import mail from './compose-mail.module.css';
import classes from './test-bench.module.css';

const sizes = { left: 400 };
const labels = { left: t.title };

/** What is played: how the chat opens, and what the customer says in it. */
interface Play {
  readonly id: number;
  readonly wish: Omit<OpenChat, 'clientKey' | 'text'>;
  readonly lines: readonly string[];
}

/** The test bench for chats: play a customer, and see what they see. */
export function ChatBenchPage() {
  const [play, setPlay] = useState<Play>();
  const isNarrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const form = (
    <>
      <BenchMedia media="chat" />
      <ChatBenchForm onPlay={(wish, lines) => setPlay({ id: (play?.id ?? 0) + 1, wish, lines })} />
    </>
  );
  const shown =
    play === undefined ? (
      <Text c="dimmed" p="xl" ta="center">
        {t.nothingYet}
      </Text>
    ) : (
      <ChatBenchPlay key={play.id} wish={play.wish} lines={play.lines} />
    );
  if (isNarrow)
    return (
      <div className={classes.narrow}>
        <h1 className={classes.hidden}>{t.title}</h1>
        {form}
        {shown}
      </div>
    );
  return (
    <Panes name="test-bench" sizes={sizes} labels={labels} left={form}>
      <h1 className={classes.hidden}>{t.title}</h1>
      {shown}
    </Panes>
  );
}

function ChatBenchForm({ onPlay }: { onPlay(wish: Play['wish'], lines: readonly string[]): void }) {
  const [endpoint, setEndpoint] = useState('default');
  const [name, setName] = useState('Mia Wolf');
  const [email, setEmail] = useState('mia@customer.example');
  const [script, setScript] = useState(t.firstLines);
  const lines = script.split('\n').filter((line) => line.trim() !== '');
  return (
    <form
      className={mail.form}
      aria-label={t.title}
      onSubmit={(event) => {
        event.preventDefault();
        onPlay({ endpoint, name, email }, lines);
      }}
    >
      <div>
        <h2 className={mail.title}>{t.title}</h2>
        <p className={mail.help}>{t.help}</p>
      </div>
      <TextInput label={t.endpoint} value={endpoint} required onChange={(e) => setEndpoint(e.currentTarget.value)} />
      <TextInput label={t.name} value={name} onChange={(e) => setName(e.currentTarget.value)} />
      <TextInput label={t.address} type="email" value={email} onChange={(e) => setEmail(e.currentTarget.value)} />
      <Textarea
        label={t.script}
        description={t.scriptHelp}
        autosize
        minRows={4}
        required
        value={script}
        onChange={(e) => setScript(e.currentTarget.value)}
      />
      <Group>
        <Button type="submit" leftSection={<IconPlayerPlay size={15} />}>
          {t.play}
        </Button>
      </Group>
    </form>
  );
}
