import { UnstyledButton } from '@mantine/core';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { Loading } from '../kit/loading.tsx';
import { ProblemNote } from '../kit/problem.tsx';
import { RelativeTime } from '../kit/relative-time.tsx';
import classes from './context.module.css';
import { threadsOf } from './threads-of.ts';
import { useContactInteractions } from './interaction-data.ts';

/** The contact's conversations, newest first; one can be opened to be read beside the current one. */
export function ContactHistory(props: {
  readonly contactId: string;
  readonly currentThread: string;
  readonly openThread: string;
  onOpen(threadId: string): void;
}) {
  const { currentThread, openThread, onOpen } = props;
  const { data, error, refetch } = useContactInteractions(props.contactId);
  if (data === undefined) {
    return error === null ? <Loading /> : <ProblemNote error={error} onRetry={() => void refetch()} />;
  }
  const threads = threadsOf(data.interactions);
  const isFirst = threads.every((thread) => thread.id === currentThread);
  return (
    <>
      {isFirst && <p className={classes.dim}>{t.noHistory}</p>}
      {!isFirst && (
        <ul className={classes.threads}>
          {threads.map((thread) => (
            <li key={thread.id}>
              <UnstyledButton
                className={classes.threadItem}
                aria-current={thread.id === openThread ? 'true' : undefined}
                onClick={() => onOpen(thread.id)}
              >
                <span className={classes.threadSubject}>{thread.subject === '' ? t.noSubject : thread.subject}</span>
                <span className={classes.dim}>
                  {t.messages(thread.count)} · <RelativeTime at={thread.newest.receivedAt} /> · {stateOf(thread.newest)}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {data.next !== null && <p className={classes.dim}>{t.historyMore}</p>}
    </>
  );
}

function stateOf(interaction: InteractionSummary): string {
  return t.state[interaction.state];
}
