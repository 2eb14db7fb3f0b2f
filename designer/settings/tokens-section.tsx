import { Button, Code, Text } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreatedToken, Token } from '#dsl/protocol/tokens.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { DetailPane } from '../kit/list/detail-pane.tsx';
import { ListPage } from '../kit/list/list-page.tsx';
import type { Column } from '../kit/list/object-list.tsx';
import { useObjectAddress } from '../kit/list/use-object-address.ts';
import { lists } from '../kit/messages/en/lists.ts';
import { sections } from '../kit/messages/en/sections.ts';
import { settings } from '../kit/messages/en/settings.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import { rightName } from './right-name.ts';
import { SecretShown } from './secret-shown.tsx';
import { tokensQuery } from './settings-queries.ts';
import { TokenDetail } from './token-detail.tsx';
import { TokenForm } from './token-form.tsx';

const t = settings.tokens;

const columns: readonly Column<Token>[] = [
  { key: 'name', label: t.columns.name, width: 'minmax(0, 2fr)', cell: ({ name }) => name, sortBy: ({ name }) => name },
  {
    key: 'roles',
    label: t.columns.roles,
    width: 'minmax(0, 1fr)',
    from: 260,
    cell: rolesOf,
    sortBy: rolesOf,
  },
  {
    key: 'createdBy',
    label: t.columns.createdBy,
    width: '140px',
    from: 640,
    cell: ({ createdBy }) => createdBy ?? '–',
    sortBy: ({ createdBy }) => createdBy ?? '',
  },
  {
    key: 'createdAt',
    label: t.columns.createdAt,
    width: '120px',
    from: 760,
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    sortBy: ({ createdAt }) => createdAt,
  },
  {
    key: 'lastUsedAt',
    label: t.columns.lastUsedAt,
    width: '120px',
    from: 520,
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? t.never : <RelativeTime at={lastUsedAt} />),
    sortBy: ({ lastUsedAt }) => lastUsedAt ?? '',
  },
];

/** Tokens by which programs call the API. */
export function TokensSection() {
  const tokens = useQuery(tokensQuery);
  const address = useObjectAddress('settings');
  const [made, setMade] = useState<CreatedToken>();
  const open = tokens.data?.find(({ name }) => name === address.name);
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={address.create}>
      {t.create}
    </Button>
  );
  const detail = address.isCreating ? (
    <TokenForm tokens={tokens.data ?? []} address={address} onMade={setMade} />
  ) : open !== undefined ? (
    <TokenDetail key={open.id} token={open} address={address} />
  ) : (
    <DetailPane title={address.name ?? ''} onClose={address.close}>
      <EmptyState title={lists.unknown(t.kind, address.name ?? '')}>{lists.unknownHelp}</EmptyState>
    </DetailPane>
  );
  return (
    <>
      <ListPage
        label={sections['tokens'] ?? ''}
        area="settings"
        section="tokens"
        query={tokens}
        columns={columns}
        nameOf={nameOf}
        textOf={nameOf}
        selected={address.name}
        action={create}
        empty={
          <EmptyState icon={<IconKey size={26} />} title={t.emptyTitle} action={create}>
            {t.empty}
          </EmptyState>
        }
        detail={tokens.data !== undefined && address.isOpen && detail}
      />
      {made !== undefined && (
        <SecretShown
          title={t.shownTitle}
          help={t.shown(made.name)}
          secret={made.token}
          done={t.done}
          onDone={() => setMade(undefined)}
        >
          <Text size="sm">{t.usage}</Text>
          <Code block>{`Authorization: Bearer ${made.token.slice(0, 8)}…`}</Code>
        </SecretShown>
      )}
    </>
  );
}

const nameOf = ({ name }: Token): string => name;

function rolesOf({ roles }: Token): string {
  return roles.map((role) => rightName(role)).join(', ');
}
