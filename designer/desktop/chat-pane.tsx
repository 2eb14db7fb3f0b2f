import { Button, Popover } from '@mantine/core';
import { useQueryClient, useMutation } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconMoon, IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { api } from '../kit/api.ts';
import { chat as t } from '../kit/messages/en/chat.ts';
import { desktop } from '../kit/messages/en/desktop.ts';
import { messageOf } from '../kit/problem.tsx';
import { RelativeTime } from '../kit/relative-time.tsx';
import { ChatComposer } from './chat-composer.tsx';
import { ChatLogView } from './chat-log-view.tsx';
import chatClasses from './chat.module.css';
import classes from './conversation.module.css';
import { type Act, refreshDesktop } from './desktop-data.ts';
import { PassOnButtons } from './pass-on-buttons.tsx';
import { whoOf } from './mail-address.ts';
import { useChat } from './use-chat.ts';

/** A chat in hand: what was said, what is being written, and how it ends. */
export function ChatPane({ interaction, act }: { readonly interaction: InteractionSummary; readonly act: Act }) {
  const { id, subject, from, receivedAt } = interaction;
  const { chat, client } = useChat(id);
  const isClosed = chat.session?.state === 'closed';
  return (
    <div className={classes.pane}>
      <div className={classes.head}>
        <div className={classes.title}>
          <h2 className={classes.subject}>{subject === '' ? desktop.noSubject : subject}</h2>
          <p className={classes.about}>
            {whoOf(from, t.customer)} · {desktop.received} <RelativeTime at={receivedAt} />
          </p>
        </div>
        <div className={classes.actions}>
          {isClosed ? (
            <EndButton id={id} label={t.done} />
          ) : (
            <>
              <PassOnButtons interaction={interaction} act={act} />
              <SleepButton id={id} />
              <EndAsking id={id} />
            </>
          )}
        </div>
      </div>
      {chat.link === 'offline' && <output className={classes.earlier}>{t.offline}</output>}
      {isClosed && <output className={classes.earlier}>{t.doneHelp}</output>}
      <ChatLogView chat={chat} client={client} />
      {!isClosed && !chat.isGone && <ChatComposer key={id} client={client} />}
      {chat.isGone && <output className={chatClasses.gone}>{t.gone}</output>}
    </div>
  );
}

/** Posts below the chat and brings the desktop up to date. */
function useChatAct(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (what: 'end' | 'sleep') => api.send('POST', `/api/chats/${id}/${what}`, {}, z.undefined()),
    onSuccess: () => refreshDesktop(queries),
    onError: (error) => notifications.show({ color: 'red', message: messageOf(error) }),
  });
}

function EndButton({ id, label }: { readonly id: string; readonly label: string }) {
  const act = useChatAct(id);
  return (
    <Button
      data-shortcut="done"
      leftSection={<IconCheck size={16} />}
      loading={act.isPending}
      onClick={() => act.mutate('end')}
    >
      {label}
    </Button>
  );
}

function SleepButton({ id }: { readonly id: string }) {
  const act = useChatAct(id);
  return (
    <Button
      variant="default"
      leftSection={<IconMoon size={16} />}
      title={t.sleepHelp}
      loading={act.isPending}
      onClick={() => act.mutate('sleep')}
    >
      {t.sleep}
    </Button>
  );
}

function EndAsking({ id }: { readonly id: string }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <Popover opened={isAsking} onChange={setAsking} position="bottom-end" width={280} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          data-shortcut="done"
          variant="default"
          leftSection={<IconPlugConnectedX size={16} />}
          onClick={() => setAsking(!isAsking)}
        >
          {t.end}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.asking} aria-label={t.endTitle}>
        <p className={classes.question}>{t.endTitle}</p>
        <div className={classes.choice}>
          <EndButton id={id} label={t.endNow} />
          <Button variant="default" onClick={() => setAsking(false)}>
            {t.cancel}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
