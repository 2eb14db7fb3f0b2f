import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconHelp,
  IconHourglass,
  IconMailOff,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react';
import type { OutgoingMail } from '#dsl/protocol/test-bench.ts';
import { testBench as t } from '../kit/messages/en/test-bench.ts';
import classes from './outgoing-chip.module.css';

const icons: Readonly<Record<OutgoingMail['state'], TablerIcon>> = {
  pending: IconHourglass,
  sending: IconSend,
  sent: IconCheck,
  kept: IconMailOff,
  failed: IconAlertTriangle,
  uncertain: IconHelp,
};

/** What became of a mail that came out; one that was only kept says plainly that it was not sent. */
export function OutgoingChip(props: { readonly mail: Pick<OutgoingMail, 'state'> }) {
  const { state } = props.mail;
  const Icon = icons[state];
  return (
    <Tooltip label={t.outStateHelp[state]} multiline maw={280}>
      <span className={classes.chip} data-state={state}>
        <Icon size={13} stroke={2} aria-hidden />
        {t.outState[state]}
      </span>
    </Tooltip>
  );
}
