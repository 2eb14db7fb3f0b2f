import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { Loading } from '../kit/loading.tsx';
import { ProblemNote } from '../kit/problem.tsx';
import { useThread } from './interaction-data.ts';
import { MessageCard } from './message-card.tsx';
import classes from './message.module.css';

// more would push what matters out of the first page
const shownAtFirst = 8;

/** The messages of a thread, newest first; `openId`, or else the newest, is open. */
export function Thread(props: { readonly threadId: string; readonly openId?: string }) {
  const { data, error, refetch } = useThread(props.threadId);
  const [showsAll, setShowsAll] = useState(false);
  if (data === undefined) {
    return error === null ? <Loading /> : <ProblemNote error={error} onRetry={() => void refetch()} />;
  }
  const { interactions } = data;
  const openId = props.openId ?? interactions[0]?.id;
  const shown = showsAll ? interactions : firstOnes(interactions, openId);
  const hidden = interactions.length - shown.length;
  return (
    <div className={classes.thread}>
      {shown.map((interaction) => (
        <MessageCard key={interaction.id} interaction={interaction} isOpenAtFirst={interaction.id === openId} />
      ))}
      {hidden > 0 && (
        <UnstyledButton className={classes.more} onClick={() => setShowsAll(true)}>
          {t.earlier(hidden)}
        </UnstyledButton>
      )}
    </div>
  );
}

function firstOnes(interactions: readonly InteractionSummary[], openId: string | undefined): InteractionSummary[] {
  return interactions.filter((interaction, index) => index < shownAtFirst || interaction.id === openId);
}
