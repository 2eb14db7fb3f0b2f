import { ActionIcon, CopyButton, Skeleton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconRoute, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Contact, InteractionSummary } from '#dsl/protocol/interactions.ts';
import { mayOpen } from '../app/areas.ts';
import { useMe } from '../app/session.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { kit } from '../kit/messages/en/kit.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { RelativeTime } from '../kit/relative-time.tsx';
import { AttachedData } from './attached-data.tsx';
import { ContactHistory } from './contact-history.tsx';
import classes from './context.module.css';
import { useInteraction } from './interaction-data.ts';
import { whoOf } from './mail-address.ts';

/** What surrounds the conversation: the contact, the data attached to the interaction, and what was said before. */
export function ContextPane(props: {
  readonly interaction: InteractionSummary;
  readonly openThread: string;
  onOpenThread(threadId: string): void;
}) {
  const { interaction, openThread, onOpenThread } = props;
  const { data, error, refetch } = useInteraction(interaction.id);
  const me = useMe();
  if (data === undefined) {
    if (error !== null) return <ProblemNote error={error} onRetry={() => void refetch()} />;
    return (
      <div className={classes.pane}>
        <Skeleton height={14} width="60%" mb={12} />
        <Skeleton height={12} width="80%" mb={12} />
        <Skeleton height={12} width="50%" />
      </div>
    );
  }
  const { contact } = data;
  return (
    <div className={classes.pane}>
      <section aria-label={t.contact}>
        <h2 className={classes.heading}>{t.contact}</h2>
        {contact === null ? (
          <p className={classes.dim}>{t.noContact}</p>
        ) : (
          <ContactCard contact={contact} fallback={whoOf(interaction.from, t.unknownSender)} />
        )}
      </section>
      <section aria-label={t.attachedData}>
        <h2 className={classes.heading}>{t.attachedData}</h2>
        <AttachedData data={data.data} />
      </section>
      {contact !== null && (
        <section aria-label={t.history}>
          <h2 className={classes.heading}>{t.history}</h2>
          <ContactHistory
            contactId={contact.id}
            currentThread={interaction.threadId}
            openThread={openThread}
            onOpen={onOpenThread}
          />
        </section>
      )}
      {mayOpen(me.role, '/interactions') && (
        <Link className={classes.trace} to="/interactions/$id" params={{ id: interaction.id }}>
          <IconRoute size={16} aria-hidden /> {t.openTrace}
        </Link>
      )}
    </div>
  );
}

function ContactCard(props: { readonly contact: Contact; readonly fallback: string }) {
  const { contact, fallback } = props;
  const name = [contact.title, contact.firstName, contact.lastName].filter(Boolean).join(' ');
  return (
    <div className={classes.contact}>
      <div className={classes.person}>
        <span className={classes.face} aria-hidden>
          <IconUser size={20} stroke={1.6} />
        </span>
        <div className={classes.personText}>
          <strong>{name === '' ? fallback : name}</strong>
          <span className={classes.dim}>
            {t.contactSince} <RelativeTime at={contact.createdAt} />
          </span>
        </div>
      </div>
      <ul className={classes.addresses}>
        {contact.addresses.map(({ kind, value }) => (
          <li key={`${kind} ${value}`}>
            <span className={classes.kind}>{t.addressKind(kind)}</span>
            <span className={classes.value}>{value}</span>
            <Copy value={value} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Copy(props: { readonly value: string }) {
  return (
    <CopyButton value={props.value}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? kit.copied : kit.copy}>
          <ActionIcon size="sm" aria-label={t.copyAddress(props.value)} onClick={copy}>
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
