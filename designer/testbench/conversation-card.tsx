import { Button, UnstyledButton } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight, IconChevronDown, IconChevronRight, IconRoute } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import type { OutgoingMail } from '#dsl/protocol/test-bench.ts';
import { whoOf } from '../desktop/mail-address.ts';
import { testBench as t } from '../kit/messages/en/test-bench.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import { StateChip } from '../trace/state-chip.tsx';
import type { Conversation } from './bench-data.ts';
import classes from './conversation-card.module.css';
import { MailPreview } from './mail-preview.tsx';
import { OutgoingChip } from './outgoing-chip.tsx';

/** One conversation: what the customer wrote, what the interaction did, and what came out. */
export const ConversationCard = memo(function ConversationCard(props: {
  readonly conversation: Conversation;
  readonly mails: ReadonlyMap<string, OutgoingMail>;
  onReply(conversation: Conversation, mail: OutgoingMail): void;
}) {
  const { conversation, mails, onReply } = props;
  const { interactions, subject } = conversation;
  const first = interactions.find((interaction) => interaction.type !== 'Outbound') ?? interactions[0];
  const hasAnswer = interactions.some((interaction) => interaction.type === 'Outbound');
  if (first === undefined) return null;
  return (
    <article className={classes.card} aria-label={subject === '' ? t.noSubject : subject}>
      <header className={classes.head}>
        <h3 className={classes.subject}>{subject === '' ? t.noSubject : subject}</h3>
        <span className={classes.dim}>
          {first.type === 'Outbound' ? first.to : (first.from?.address ?? t.unknownSender)}
        </span>
      </header>
      <ol className={classes.steps}>
        {interactions.map((interaction) =>
          interaction.type === 'Outbound' ? (
            <Out
              key={interaction.id}
              interaction={interaction}
              mail={mails.get(interaction.id)}
              onReply={(mail) => onReply(conversation, mail)}
            />
          ) : (
            <In key={interaction.id} interaction={interaction} />
          ),
        )}
      </ol>
      {!hasAnswer && <p className={classes.waiting}>{t.noAnswerYet}</p>}
    </article>
  );
});

function In(props: { readonly interaction: InteractionSummary }) {
  const { interaction } = props;
  return (
    <li className={classes.step}>
      <IconArrowDownLeft size={16} className={classes.arrow} aria-hidden />
      <div className={classes.line}>
        <span>{t.wrote(whoOf(interaction.from, t.unknownSender))}</span>
        <span className={classes.dim}>
          <RelativeTime at={interaction.receivedAt} />
        </span>
        <StateChip interaction={interaction} isLong />
        <TraceLink interaction={interaction} />
      </div>
      {interaction.problem !== null && <p className={classes.problem}>{interaction.problem.message}</p>}
    </li>
  );
}

function Out(props: {
  readonly interaction: InteractionSummary;
  readonly mail: OutgoingMail | undefined;
  onReply(mail: OutgoingMail): void;
}) {
  const { interaction, mail, onReply } = props;
  const [isOpen, setOpen] = useState(false);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.step} data-out>
      <IconArrowUpRight size={16} className={classes.arrow} aria-hidden />
      <div className={classes.line}>
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={isOpen}
          title={isOpen ? t.hideMail : t.showMail}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={14} aria-hidden />
          {t.out[interaction.subtype] ?? t.outOther}
        </UnstyledButton>
        <span className={classes.dim}>
          <RelativeTime at={interaction.receivedAt} />
        </span>
        {mail === undefined ? <StateChip interaction={interaction} isLong /> : <OutgoingChip mail={mail} />}
        <TraceLink interaction={interaction} />
        {mail?.messageId !== null && mail !== undefined && (
          <Button variant="default" size="compact-xs" onClick={() => onReply(mail)}>
            {t.replyAsCustomer}
          </Button>
        )}
      </div>
      {mail?.state === 'failed' && mail.outcome !== null && (
        <p className={classes.problem}>{t.answered(mail.outcome)}</p>
      )}
      {isOpen && (mail === undefined ? <p className={classes.waiting}>{t.noMail}</p> : <MailPreview mail={mail} />)}
    </li>
  );
}

function TraceLink(props: { readonly interaction: InteractionSummary }) {
  const { id } = props.interaction;
  return (
    <Link className={classes.trace} to="/interactions/$id" params={{ id }}>
      <IconRoute size={14} aria-hidden />
      {t.trace}
    </Link>
  );
}
