import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { DesktopState } from '#dsl/protocol/desktop.ts';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import classes from './conversation.module.css';
import { ConversationHead } from './conversation-head.tsx';
import type { Act } from './desktop-data.ts';
import { InteractionNotes } from './interaction-notes.tsx';
import { Thread } from './thread.tsx';

/** The conversation in hand: what it is about, what can be done with it, and its messages, newest first. */
export function ConversationPane(props: {
  readonly interaction: InteractionSummary;
  readonly state: DesktopState;
  readonly act: Act;
  /** Another thread of the contact, to read instead. */
  readonly earlierThread: string | undefined;
  onBack(): void;
}) {
  const { interaction, state, act, earlierThread, onBack } = props;
  return (
    <div className={classes.pane}>
      <ConversationHead key={interaction.id} interaction={interaction} state={state} act={act} />
      <InteractionNotes key={`notes ${interaction.id}`} id={interaction.id} />
      {earlierThread !== undefined && (
        <output className={classes.earlier}>
          <span>{t.readingEarlier}</span>
          <Button variant="default" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>
            {t.backToCurrent}
          </Button>
        </output>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t.pages.conversation}>
        {earlierThread === undefined ? (
          <Thread key={interaction.id} threadId={interaction.threadId} openId={interaction.id} />
        ) : (
          <Thread key={earlierThread} threadId={earlierThread} />
        )}
      </section>
    </div>
  );
}
