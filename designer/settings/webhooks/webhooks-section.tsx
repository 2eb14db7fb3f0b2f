import { Button } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreatedWebhook, Webhook } from '#dsl/protocol/webhooks.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { DetailPane } from '../../kit/list/detail-pane.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import type { Column } from '../../kit/list/object-list.tsx';
import { useObjectAddress } from '../../kit/list/use-object-address.ts';
import { lists } from '../../kit/messages/en/lists.ts';
import { sections } from '../../kit/messages/en/sections.ts';
import { webhooks as t } from '../../kit/messages/en/webhooks.ts';
import { RelativeTime } from '../../kit/relative-time.tsx';
import { SecretShown } from '../secret-shown.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { stateOf, WebhookState } from './webhook-state.tsx';
import { webhooksQuery } from './webhooks-queries.ts';

const columns: readonly Column<Webhook>[] = [
  { key: 'name', label: t.columns.name, width: 'minmax(0, 1fr)', cell: ({ name }) => name, sortBy: ({ name }) => name },
  {
    key: 'state',
    label: t.columns.state,
    width: '130px',
    from: 260,
    cell: (webhook) => <WebhookState webhook={webhook} />,
    sortBy: stateOf,
  },
  {
    key: 'address',
    label: t.columns.address,
    width: 'minmax(0, 2fr)',
    from: 560,
    cell: ({ url }) => url,
    sortBy: ({ url }) => url,
  },
  {
    key: 'createdAt',
    label: t.columns.createdAt,
    width: '120px',
    from: 760,
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    sortBy: ({ createdAt }) => createdAt,
  },
];

/** Addresses that the event log is posted to, with how each is doing. */
export function WebhooksSection() {
  const webhooks = useQuery(webhooksQuery);
  const address = useObjectAddress('settings');
  const [made, setMade] = useState<CreatedWebhook>();
  const kept = webhooks.data?.find(({ name }) => name === address.name);
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={address.create}>
      {t.create}
    </Button>
  );
  const form = { webhooks: webhooks.data ?? [], address, onMade: setMade };
  const detail = address.isCreating ? (
    <WebhookForm key="new" {...form} />
  ) : kept !== undefined ? (
    <WebhookForm key={kept.name} kept={kept} {...form} />
  ) : (
    <DetailPane title={address.name ?? ''} onClose={address.close}>
      <EmptyState title={lists.unknown(t.kind, address.name ?? '')}>{lists.unknownHelp}</EmptyState>
    </DetailPane>
  );
  return (
    <>
      <ListPage
        label={sections['webhooks'] ?? ''}
        area="settings"
        section="webhooks"
        query={webhooks}
        columns={columns}
        nameOf={nameOf}
        textOf={({ name, url }) => `${name} ${url}`}
        selected={address.name}
        action={create}
        empty={
          <EmptyState icon={<IconWebhook size={26} />} title={t.emptyTitle} action={create}>
            {t.empty}
          </EmptyState>
        }
        detail={webhooks.data !== undefined && address.isOpen && detail}
      />
      {made !== undefined && (
        <SecretShown
          title={t.shownTitle}
          help={t.shown(made.name)}
          secret={made.secret}
          done={t.done}
          onDone={() => setMade(undefined)}
        />
      )}
    </>
  );
}

const nameOf = ({ name }: Webhook): string => name;
