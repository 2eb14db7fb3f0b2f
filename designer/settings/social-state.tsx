import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { SocialState as State } from '#dsl/protocol/social.ts';
import { media } from '../kit/messages/en/media.ts';
import classes from './settings.module.css';

const t = media.social;
const icons = {
  watching: IconCircleCheck,
  failing: IconAlertTriangle,
  off: IconCircleDashed,
  unknown: IconCircleDashed,
};

/** How a social account is doing: in one word, or with what it has taken and why it fails. */
export function SocialState(props: {
  readonly isOn: boolean;
  readonly state: State | undefined;
  readonly isShort?: boolean;
}) {
  const { isOn, state, isShort = false } = props;
  const look = !isOn ? 'off' : !state?.lookedAt ? 'unknown' : state.reason === null ? 'watching' : 'failing';
  const Icon = icons[look];
  const word = (
    <span className={classes.state} data-look={look}>
      <Icon size={16} aria-hidden />
      {t.state[look]}
    </span>
  );
  if (isShort) return word;
  return (
    <output className={classes.report} data-look={look}>
      {word}
      {state !== undefined && (
        <Text component="span" size="sm" className={classes.dim ?? ''}>
          {t.figures(state.taken, state.asked)}
        </Text>
      )}
      {look === 'failing' && (
        <Text component="span" size="sm">
          {state?.reason}
        </Text>
      )}
    </output>
  );
}
