import { Alert, Badge, Text } from '@mantine/core';
import type { Webhook } from '#dsl/protocol/webhooks.ts';
import { webhooks as t } from '../../kit/messages/en/webhooks.ts';
import { RelativeTime } from '../../kit/relative-time.tsx';

/** How a webhook is doing, in a word: the keys of `t.state`. */
export function stateOf({ enabled, failures }: Webhook): keyof typeof t.state {
  return enabled ? (failures > 0 ? 'failing' : 'working') : 'off';
}

const colors = { working: 'green', failing: 'red', off: 'gray' } as const;

/** The word, coloured. */
export function WebhookState(props: { readonly webhook: Webhook }) {
  const state = stateOf(props.webhook);
  return (
    <Badge variant="light" color={colors[state]}>
      {t.state[state]}
    </Badge>
  );
}

/** What is in the way of a webhook, since when and what comes next; nothing while all is well. */
export function WebhookTrouble(props: { readonly webhook: Webhook }) {
  const { problem, failingSince, nextAt, enabled } = props.webhook;
  if (problem === null) return null;
  return (
    <Alert color="red" title={problem}>
      <Text size="sm">
        {failingSince !== null && (
          <>
            {t.since} <RelativeTime at={failingSince} />.{' '}
          </>
        )}
        {enabled ? (
          <>
            {t.again} <RelativeTime at={nextAt} />.
          </>
        ) : (
          t.offByItself
        )}
      </Text>
    </Alert>
  );
}
