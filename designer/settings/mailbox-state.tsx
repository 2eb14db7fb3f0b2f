import { Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconLoader2,
  IconPlayerStop,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ShownMailbox } from '#dsl/protocol/settings.ts';
import { settings } from '../kit/messages/en/settings.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import classes from './settings.module.css';

const t = settings.mailboxes;

type Look = 'watching' | 'connecting' | 'failing' | 'stopped' | 'off' | 'unknown';

const icons: Readonly<Record<Look, TablerIcon>> = {
  watching: IconCircleCheck,
  connecting: IconLoader2,
  failing: IconAlertTriangle,
  stopped: IconPlayerStop,
  off: IconCircleDashed,
  unknown: IconCircleDashed,
};

/** How a mailbox is doing, in one word with a sign beside it. */
export function MailboxState(props: { readonly mailbox: ShownMailbox }) {
  const look = lookOf(props.mailbox);
  const Icon = icons[look];
  return (
    <span className={classes.state} data-look={look}>
      <Icon size={16} aria-hidden />
      {wordOf(look)}
    </span>
  );
}

/** How a mailbox is doing, with the reason and the figures. */
export function MailboxReport(props: { readonly mailbox: ShownMailbox }) {
  const { mailbox } = props;
  const { status } = mailbox;
  const look = lookOf(mailbox);
  return (
    <output className={classes.report} data-look={look}>
      <MailboxState mailbox={mailbox} />
      {look === 'unknown' && (
        <Text component="span" size="sm">
          {t.unknownHelp}
        </Text>
      )}
      {status !== null && mailbox.enabled && (
        <Text component="span" size="sm" className={classes.dim ?? ''}>
          {t.fetched(status.fetched)} {t.sinceStart}
          {status.lookedAt !== null && (
            <>
              {' · '}
              {t.lookedAt.toLowerCase()} <RelativeTime at={status.lookedAt} />
            </>
          )}
        </Text>
      )}
      {look === 'failing' && (
        <Text component="span" size="sm">
          {status?.reason}
        </Text>
      )}
    </output>
  );
}

function lookOf({ enabled, status }: ShownMailbox): Look {
  if (!enabled) return 'off';
  return status?.status ?? 'unknown';
}

function wordOf(look: Look): string {
  if (look === 'off') return t.off;
  return look === 'unknown' ? t.unknown : t.state[look];
}
