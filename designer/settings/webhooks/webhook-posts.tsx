import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '../../kit/api.ts';
import { Loading } from '../../kit/loading.tsx';
import { webhooks as t } from '../../kit/messages/en/webhooks.ts';
import { messageOf, ProblemNote } from '../../kit/problem.tsx';
import { RelativeTime } from '../../kit/relative-time.tsx';
import classes from './webhook-posts.module.css';
import { deliveriesQuery, webhookPath } from './webhooks-queries.ts';

/** The last posts of a webhook, and the button for one without events. */
export function WebhookPosts(props: { readonly name: string }) {
  const { name } = props;
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(deliveriesQuery(name));
  const test = useMutation({
    mutationFn: () => api.send('POST', `${webhookPath(name)}/test`, undefined, z.unknown()),
    onSuccess: () => {
      notifications.show({ message: t.testAsked });
      void client.invalidateQueries(deliveriesQuery(name));
    },
    onError: (failure) => notifications.show({ color: 'red', message: messageOf(failure) }),
  });
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3} size="h5">
          {t.deliveries}
        </Title>
        <Button variant="default" loading={test.isPending} title={t.testHelp} onClick={() => test.mutate()}>
          {t.test}
        </Button>
      </Group>
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <ProblemNote error={error} onRetry={() => void refetch()} />
        )
      ) : data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.noDeliveries}
        </Text>
      ) : (
        <Table aria-label={t.deliveries}>
          <Table.Tbody>
            {data.map(({ id, at, events, status, problem, durationMs }) => (
              <Table.Tr key={id}>
                <Table.Td className={classes.short}>
                  <RelativeTime at={at} />
                </Table.Td>
                <Table.Td className={classes.short}>{t.posted(events)}</Table.Td>
                <Table.Td>
                  <Text size="sm" {...(problem !== null && { c: 'red' })}>
                    {problem ?? (status === null ? '' : t.status(status))}
                  </Text>
                </Table.Td>
                <Table.Td className={classes.short}>{t.took(durationMs)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
