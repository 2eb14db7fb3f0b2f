import { Skeleton, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconArrowDownLeft, IconArrowUpRight, IconRobot } from '@tabler/icons-react';
import { useState } from 'react';
import type { Address, InteractionSummary, Message } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { RelativeTime } from '../kit/relative-time.tsx';
import { AttachmentList } from './attachment-list.tsx';
import { useInteraction } from './interaction-data.ts';
import { addressText, whoOf } from './mail-address.ts';
import { MessageBody } from './message-body.tsx';
import classes from './message.module.css';

/** One message of a thread: a line that opens to its text. */
export function MessageCard(props: { readonly interaction: InteractionSummary; readonly isOpenAtFirst: boolean }) {
  const { interaction } = props;
  const [isOpen, setOpen] = useState(props.isOpenAtFirst);
  const isOut = interaction.type === 'Outbound';
  const who = whoOf(interaction.from, t.unknownSender);
  const Direction = isOut ? IconArrowUpRight : IconArrowDownLeft;
  return (
    <article className={classes.card} data-out={isOut} aria-label={t.messageFrom(who)}>
      <UnstyledButton className={classes.head} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Direction size={16} className={classes.direction} aria-label={isOut ? t.outgoing : t.incoming} />
        <strong className={classes.who}>{who}</strong>
        {interaction.from !== null && interaction.from.name !== '' && (
          <span className={classes.address}>{interaction.from.address}</span>
        )}
        <span className={classes.fill} />
        {isOut && (
          <span className={classes.chip}>
            {interaction.state === 'stopped' ? t.outState.stopped : t.outState.pending}
          </span>
        )}
        <span className={classes.when}>
          <RelativeTime at={interaction.receivedAt} />
        </span>
      </UnstyledButton>
      {isOpen ? <OpenMessage id={interaction.id} /> : <p className={classes.closed}>{interaction.subject}</p>}
    </article>
  );
}

function OpenMessage(props: { readonly id: string }) {
  const [wantsImages, setWantsImages] = useState(false);
  const { data, error, isPlaceholderData, refetch } = useInteraction(props.id, wantsImages);
  if (data === undefined) {
    if (error !== null) return <ProblemNote error={error} onRetry={() => void refetch()} />;
    return (
      <div className={classes.waiting}>
        <Skeleton height={12} width="70%" />
        <Skeleton height={12} width="85%" mt={10} />
        <Skeleton height={12} width="40%" mt={10} />
      </div>
    );
  }
  const { message } = data;
  if (message === null) return <p className={classes.nothing}>{t.noMessage}</p>;
  return (
    <div className={classes.body}>
      <Recipients message={message} />
      <Notes message={message} />
      <MessageBody
        message={message}
        showsImages={wantsImages && !isPlaceholderData}
        onShowImages={() => setWantsImages(true)}
      />
      <AttachmentList attachments={message.attachments.filter((file) => !file.inline || message.html === null)} />
    </div>
  );
}

// more fill the pane before the text begins
const shownRecipients = 3;

function Recipients(props: { readonly message: Message }) {
  const { to, cc, replyTo, from } = props.message;
  const [isWhole, setWhole] = useState(false);
  const isElsewhere = replyTo !== null && replyTo.address !== from?.address;
  const few = (addresses: readonly Address[]): string =>
    (isWhole ? addresses : addresses.slice(0, shownRecipients)).map(addressText).join(', ');
  const hidden = Math.max(0, to.length - shownRecipients) + Math.max(0, cc.length - shownRecipients);
  return (
    <div className={classes.recipients}>
      {to.length > 0 && (
        <span>
          {t.toMe} {few(to)}
        </span>
      )}
      {cc.length > 0 && (
        <span>
          {t.cc} {few(cc)}
        </span>
      )}
      {isElsewhere && (
        <span>
          <IconArrowBackUp size={13} aria-hidden /> {addressText(replyTo)}
        </span>
      )}
      {hidden > 0 && !isWhole && (
        <button type="button" className={classes.quiet} onClick={() => setWhole(true)}>
          {t.moreRecipients(hidden)}
        </button>
      )}
    </div>
  );
}

function Notes(props: { readonly message: Message }) {
  const { automatic, problems } = props.message;
  const isAutomatic = automatic !== 'none' && automatic !== '';
  if (!isAutomatic && problems.length === 0) return null;
  return (
    <div className={classes.notes}>
      {isAutomatic && (
        <span className={classes.chip}>
          <IconRobot size={13} aria-hidden /> {t.automatic}
        </span>
      )}
      {problems.length > 0 && (
        <p className={classes.problems}>
          {t.mailProblems} {problems.join('; ')}
        </p>
      )}
    </div>
  );
}
