import { Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconLoader2,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ShownSmsChannel } from '#dsl/protocol/sms-settings.ts';
import { sms as t } from '../kit/messages/en/sms.ts';
import classes from './settings.module.css';

/** The looks of a mailbox's state, so that one list reads like the other. */
type Look = 'watching' | 'connecting' | 'failing' | 'off' | 'unknown';

const icons: Readonly<Record<Look, TablerIcon>> = {
  watching: IconCircleCheck,
  connecting: IconLoader2,
  failing: IconAlertTriangle,
  off: IconCircleDashed,
  unknown: IconCircleDashed,
};

function lookOf({ enabled, status }: ShownSmsChannel): Look {
  if (!enabled) return 'off';
  if (status === null || status.status === 'stopped') return 'unknown';
  return status.status === 'connected' ? 'watching' : status.status;
}

/** How a channel is doing, in one word with a sign beside it. */
export function SmsState(props: { readonly channel: ShownSmsChannel }) {
  const look = lookOf(props.channel);
  const Icon = icons[look];
  return (
    <span className={classes.state} data-look={look}>
      <Icon size={16} aria-hidden />
      {t.state[look]}
    </span>
  );
}

/** How a channel is doing, with the reason and the figures. */
export function SmsReport(props: { readonly channel: ShownSmsChannel }) {
  const { channel } = props;
  const { status } = channel;
  const look = lookOf(channel);
  return (
    <output className={classes.report} data-look={look}>
      <SmsState channel={channel} />
      {look === 'unknown' && (
        <Text component="span" size="sm">
          {t.unknownHelp}
        </Text>
      )}
      {status !== null && channel.enabled && (
        <Text component="span" size="sm" className={classes.dim ?? ''}>
          {t.figures(status.received, status.sent)}
        </Text>
      )}
      {look === 'failing' && status?.reason !== null && (
        <Text component="span" size="sm">
          {status?.reason}
        </Text>
      )}
    </output>
  );
}
