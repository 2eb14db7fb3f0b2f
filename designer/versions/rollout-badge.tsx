import { Badge } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import type { RolloutSummary } from '#dsl/protocol/rollouts.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import classes from './rollout.module.css';

/** A version on trial; with `onClick` a button, small where the screen is. */
export function RolloutBadge(props: { readonly rollout: RolloutSummary; readonly onClick?: () => void }) {
  const { rollout, onClick } = props;
  const { version, mode, share, hasCondition } = rollout;
  const color = mode === 'canary' ? 'orange' : 'violet';
  const text = mode === 'canary' ? t.canaryBadge(version, share) : t.shadowBadge(version);
  const whole = hasCondition ? `${text}, ${t.badgeCondition}` : text;
  if (onClick === undefined)
    return (
      <Badge variant="light" color={color} tt="none" title={whole}>
        {text}
      </Badge>
    );
  return (
    <Badge
      component="button"
      type="button"
      variant="light"
      color={color}
      tt="none"
      fw={500}
      size="md"
      className={classes.badge ?? ''}
      title={whole}
      aria-label={whole}
      onClick={onClick}
    >
      <span className={classes.long}>{text}</span>
      <span className={classes.short}>
        <IconFlask size={13} aria-hidden /> {mode === 'canary' && `${share} %`}
      </span>
    </Badge>
  );
}
