import { Badge } from '@mantine/core';
import type { RolloutSummary } from '#dsl/protocol/rollouts.ts';
import { versions as t } from '../kit/messages/en/versions.ts';

/** A version on trial in one line. */
export function rolloutText({ version, mode, share, hasCondition }: RolloutSummary): string {
  const text = mode === 'canary' ? t.canaryBadge(version, share) : t.shadowBadge(version);
  return hasCondition ? `${text}, ${t.badgeCondition}` : text;
}

/** A version on trial; with `onClick` a button. */
export function RolloutBadge(props: { readonly rollout: RolloutSummary; readonly onClick?: () => void }) {
  const { rollout, onClick } = props;
  const color = rollout.mode === 'canary' ? 'yellow' : 'violet';
  const text = rolloutText(rollout);
  if (onClick === undefined)
    return (
      <Badge variant="light" color={color} tt="none">
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
      style={{ cursor: 'pointer', flexShrink: 1, minWidth: 0 }}
      onClick={onClick}
    >
      {text}
    </Badge>
  );
}
