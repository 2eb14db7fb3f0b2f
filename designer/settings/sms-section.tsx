import { Button } from '@mantine/core';
import { IconDeviceMobileMessage, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ShownSmsChannel } from '#dsl/protocol/sms-settings.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { DetailPane } from '../kit/list/detail-pane.tsx';
import { ListPage } from '../kit/list/list-page.tsx';
import type { Column } from '../kit/list/object-list.tsx';
import { type ObjectAddress, useObjectAddress } from '../kit/list/use-object-address.ts';
import { lists } from '../kit/messages/en/lists.ts';
import { sections } from '../kit/messages/en/sections.ts';
import { sms as t } from '../kit/messages/en/sms.ts';
import { inFigures } from '../kit/messages/in-figures.ts';
import { smsChannelsQuery } from './settings-queries.ts';
import { SmsForm } from './sms-form.tsx';
import { SmsState } from './sms-state.tsx';

const columns: readonly Column<ShownSmsChannel>[] = [
  { key: 'name', label: t.columns.name, width: 'minmax(0, 2fr)', cell: ({ name }) => name, sortBy: ({ name }) => name },
  {
    key: 'state',
    label: t.columns.state,
    width: '150px',
    from: 300,
    cell: (channel) => <SmsState channel={channel} />,
    sortBy: ({ status }) => status?.status ?? '',
  },
  {
    key: 'centre',
    label: t.columns.centre,
    width: 'minmax(0, 1.5fr)',
    from: 720,
    cell: ({ host, port }) => `${host}:${port}`,
    sortBy: ({ host }) => host,
  },
  {
    key: 'received',
    label: t.columns.received,
    width: '100px',
    from: 560,
    cell: ({ status }) => (status === null ? '–' : inFigures(status.received)),
    sortBy: ({ status }) => status?.received ?? -1,
  },
  {
    key: 'sent',
    label: t.columns.sent,
    width: '100px',
    from: 640,
    cell: ({ status }) => (status === null ? '–' : inFigures(status.sent)),
    sortBy: ({ status }) => status?.sent ?? -1,
  },
];

/** Connections to SMS centres, with how each is doing now. */
export function SmsSection() {
  const channels = useQuery(smsChannelsQuery);
  const address = useObjectAddress('settings');
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={address.create}>
      {t.create}
    </Button>
  );
  return (
    <ListPage
      label={sections['sms-channels'] ?? ''}
      area="settings"
      section="sms-channels"
      query={channels}
      columns={columns}
      nameOf={nameOf}
      subtitleOf={numbersOf}
      textOf={textOf}
      selected={address.name}
      action={create}
      empty={
        <EmptyState icon={<IconDeviceMobileMessage size={26} />} title={t.emptyTitle} action={create}>
          {t.empty}
        </EmptyState>
      }
      detail={channels.data !== undefined && address.isOpen && <Detail channels={channels.data} address={address} />}
    />
  );
}

function Detail(props: { readonly channels: readonly ShownSmsChannel[]; readonly address: ObjectAddress }) {
  const { channels, address } = props;
  if (address.isCreating) return <SmsForm key="new" channels={channels} address={address} />;
  if (address.name === undefined) return null;
  const kept = channels.find(({ name }) => name === address.name);
  if (kept !== undefined) return <SmsForm key={kept.name} kept={kept} channels={channels} address={address} />;
  return (
    <DetailPane title={address.name} onClose={address.close}>
      <EmptyState title={lists.unknown(t.kind, address.name)}>{lists.unknownHelp}</EmptyState>
    </DetailPane>
  );
}

const nameOf = ({ name }: ShownSmsChannel): string => name;
const numbersOf = ({ numbers }: ShownSmsChannel): string => numbers.join(', ');
const textOf = ({ name, numbers, host, systemId }: ShownSmsChannel): string =>
  `${name} ${numbers.join(' ')} ${host} ${systemId}`;
