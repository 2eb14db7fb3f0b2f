import { Button, TextInput } from '@mantine/core';
import { IconMailbox, IconMailOff, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import type { OutgoingMail } from '#dsl/protocol/test-bench.ts';
import { mayOpen } from '../app/areas.ts';
import { useMe } from '../app/session.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loading } from '../kit/loading.tsx';
import { testBench as t } from '../kit/messages/en/test-bench.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { byInteraction, type Conversation, conversationsOf, useBench } from './bench-data.ts';
import classes from './bench-conversations.module.css';
import { ConversationCard } from './conversation-card.tsx';

/** Every customer's conversation with what came out of it, newest first. */
export function BenchConversations(props: { onReply(conversation: Conversation, mail: OutgoingMail): void }) {
  const { interactions, outgoing } = useBench();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const conversations = useMemo(
    () => conversationsOf(interactions.data?.pages.flatMap((page) => page.interactions) ?? []),
    [interactions.data],
  );
  const mails = useMemo(() => byInteraction(outgoing.data ?? []), [outgoing.data]);
  const found = conversations.filter((conversation) => matches(conversation, wanted));
  if (interactions.data === undefined) {
    if (interactions.error === null) return <Loading />;
    return <ProblemNote error={interactions.error} onRetry={() => void interactions.refetch()} />;
  }
  if (conversations.length === 0)
    return (
      <EmptyState icon={<IconMailbox size={26} />} title={t.conversationsEmpty}>
        {t.conversationsEmptyHelp}
      </EmptyState>
    );
  return (
    <section className={classes.list} aria-label={t.conversations}>
      <div className={classes.bar}>
        <h2 className={classes.title}>{t.conversations}</h2>
        <TextInput
          className={classes.search}
          aria-label={t.search}
          placeholder={t.search}
          leftSection={<IconSearch size={15} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <KeptNote mails={outgoing.data ?? []} />
      <ProblemNote error={outgoing.error} onRetry={() => void outgoing.refetch()} />
      {found.length === 0 && <p className={classes.none}>{t.searchNone}</p>}
      {found.map((conversation) => (
        <ConversationCard key={conversation.id} conversation={conversation} mails={mails} onReply={props.onReply} />
      ))}
      {interactions.hasNextPage && (
        <Button
          variant="default"
          loading={interactions.isFetchingNextPage}
          onClick={() => void interactions.fetchNextPage()}
        >
          {t.older}
        </Button>
      )}
    </section>
  );
}

function KeptNote(props: { readonly mails: readonly OutgoingMail[] }) {
  const me = useMe();
  const kept = props.mails.filter((mail) => mail.state === 'kept').length;
  if (kept === 0) return null;
  return (
    <div className={classes.kept} role="note">
      <IconMailOff size={18} aria-hidden />
      <span>{t.outgoingKept(kept)}</span>
      {mayOpen(me.role, '/settings') && (
        <Button component={Link} to="/settings/outgoing-mail" variant="default">
          {t.configure}
        </Button>
      )}
    </div>
  );
}

function matches({ subject, interactions }: Conversation, search: string): boolean {
  const text = [subject, ...interactions.flatMap(({ from, to }) => [from?.name, from?.address, to])].join(' ');
  return text.toLowerCase().includes(search.trim().toLowerCase());
}
