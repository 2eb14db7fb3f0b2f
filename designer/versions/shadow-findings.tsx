import { Badge, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Rollout, ShadowDifference } from '#dsl/protocol/rollouts.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import classes from './rollout.module.css';

/** In what a shadow would have decided otherwise, the most frequent first. */
export function ShadowFindings({ rollout }: { readonly rollout: Rollout }) {
  const { compared, differing, skipped, differences } = rollout;
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {t.compared(differing, compared)} {compared > 0 && differing === 0 && t.allAlike}{' '}
        {skipped > 0 && t.skipped(skipped)}
      </Text>
      {differences.length > 0 && (
        <ul className={classes.findings}>
          {differences.map((one) => (
            <li key={`${one.strategy} ${one.why}`}>
              <Finding one={one} />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

function Finding({ one: { strategy, why, count, lastAt, last } }: { readonly one: ShadowDifference }) {
  return (
    <>
      <Group gap={6}>
        <Text size="sm" fw={600}>
          {t.times(count)} {strategy}
        </Text>
        {last.differs.map((what) => (
          <Badge key={what} size="xs" tt="none" variant="light">
            {t.differs[what]}
          </Badge>
        ))}
      </Group>
      <Text size="sm">{why}</Text>
      <Text size="xs" c="dimmed">
        {t.lastOf}{' '}
        <Link to="/interactions/$id" params={{ id: last.interactionId }}>
          {last.subject === '' ? last.interactionId : last.subject}
        </Link>
        , <RelativeTime at={lastAt} />
      </Text>
    </>
  );
}
