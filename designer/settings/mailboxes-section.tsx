import { Button } from '@mantine/core';
import { IconMailbox, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ShownMailbox } from '#dsl/protocol/settings.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { DetailPane } from '../kit/list/detail-pane.tsx';
import { ListPage } from '../kit/list/list-page.tsx';
import type { Column } from '../kit/list/object-list.tsx';
import { type ObjectAddress, useObjectAddress } from '../kit/list/use-object-address.ts';
import { lists } from '../kit/messages/en/lists.ts';
import { sections } from '../kit/messages/en/sections.ts';
import { settings } from '../kit/messages/en/settings.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import { MailboxForm } from './mailbox-form.tsx';
import { MailboxState } from './mailbox-state.tsx';
import { mailboxesQuery } from './settings-queries.ts';
import { inFigures } from '../kit/messages/in-figures.ts';

const t = settings.mailboxes;

const columns: readonly Column<ShownMailbox>[] = [
  { key: 'name', label: t.columns.name, width: 'minmax(0, 2fr)', cell: ({ name }) => name, sortBy: ({ name }) => name },
  {
    key: 'state',
    label: t.columns.state,
    width: '150px',
    from: 300,
    cell: (mailbox) => <MailboxState mailbox={mailbox} />,
    sortBy: ({ status }) => status?.status ?? '',
  },
  {
    key: 'server',
    label: t.columns.server,
    width: 'minmax(0, 1.5fr)',
    from: 720,
    cell: ({ protocol, host }) => `${protocol.toUpperCase()} · ${host}`,
    sortBy: ({ host }) => host,
  },
  {
    key: 'fetched',
    label: t.columns.fetched,
    width: '90px',
    from: 560,
    cell: ({ status }) => (status === null ? '–' : inFigures(status.fetched)),
    sortBy: ({ status }) => status?.fetched ?? -1,
  },
  {
    key: 'lookedAt',
    label: t.columns.lookedAt,
    width: '120px',
    from: 640,
    cell: ({ status }) => (status?.lookedAt ? <RelativeTime at={status.lookedAt} /> : '–'),
    sortBy: ({ status }) => status?.lookedAt ?? '',
  },
];

/** Mailboxes that mail is fetched from, with how each is doing now. */
export function MailboxesSection() {
  const mailboxes = useQuery(mailboxesQuery);
  const address = useObjectAddress('settings');
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={address.create}>
      {t.create}
    </Button>
  );
  return (
    <ListPage
      label={sections['mailboxes'] ?? ''}
      area="settings"
      section="mailboxes"
      query={mailboxes}
      columns={columns}
      nameOf={nameOf}
      subtitleOf={addressOf}
      textOf={textOf}
      selected={address.name}
      action={create}
      empty={
        <EmptyState icon={<IconMailbox size={26} />} title={t.emptyTitle} action={create}>
          {t.empty}
        </EmptyState>
      }
      detail={mailboxes.data !== undefined && address.isOpen && <Detail mailboxes={mailboxes.data} address={address} />}
    />
  );
}

function Detail(props: { readonly mailboxes: readonly ShownMailbox[]; readonly address: ObjectAddress }) {
  const { mailboxes, address } = props;
  if (address.isCreating) return <MailboxForm key="new" mailboxes={mailboxes} address={address} />;
  if (address.name === undefined) return null;
  const kept = mailboxes.find(({ name }) => name === address.name);
  if (kept !== undefined) return <MailboxForm key={kept.name} kept={kept} mailboxes={mailboxes} address={address} />;
  return (
    <DetailPane title={address.name} onClose={address.close}>
      <EmptyState title={lists.unknown(t.kind, address.name)}>{lists.unknownHelp}</EmptyState>
    </DetailPane>
  );
}

const nameOf = ({ name }: ShownMailbox): string => name;
const addressOf = ({ address }: ShownMailbox): string => address;
const textOf = ({ name, address, host, user }: ShownMailbox): string => `${name} ${address} ${host} ${user}`;
