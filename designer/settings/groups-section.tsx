import { Button } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { AgentGroup } from '#dsl/protocol/people.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { DetailPane } from '../kit/list/detail-pane.tsx';
import { ListPage } from '../kit/list/list-page.tsx';
import type { Column } from '../kit/list/object-list.tsx';
import { type ObjectAddress, useObjectAddress } from '../kit/list/use-object-address.ts';
import { lists } from '../kit/messages/en/lists.ts';
import { people } from '../kit/messages/en/people.ts';
import { sections } from '../kit/messages/en/sections.ts';
import { GroupForm } from './group-form.tsx';
import { groupsQuery } from './settings-queries.ts';
import { inFigures } from '../kit/messages/in-figures.ts';

const t = people.group;

const columns: readonly Column<AgentGroup>[] = [
  { key: 'name', label: t.columns.name, width: 'minmax(0, 3fr)', cell: ({ name }) => name, sortBy: ({ name }) => name },
  {
    key: 'members',
    label: t.columns.members,
    width: '120px',
    from: 420,
    cell: ({ members }) => inFigures(members.length),
    sortBy: ({ members }) => members.length,
  },
];

/** Agent groups, which strategies route to. */
export function GroupsSection() {
  const groups = useQuery(groupsQuery);
  const address = useObjectAddress('settings');
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={address.create}>
      {t.create}
    </Button>
  );
  return (
    <ListPage
      label={sections['agent-groups'] ?? ''}
      area="settings"
      section="agent-groups"
      query={groups}
      columns={columns}
      nameOf={nameOf}
      subtitleOf={subtitleOf}
      textOf={textOf}
      selected={address.name}
      action={create}
      empty={
        <EmptyState icon={<IconUsersGroup size={26} />} title={t.emptyTitle} action={create}>
          {t.empty}
        </EmptyState>
      }
      detail={groups.data !== undefined && address.isOpen && <Detail groups={groups.data} address={address} />}
    />
  );
}

function Detail(props: { readonly groups: readonly AgentGroup[]; readonly address: ObjectAddress }) {
  const { groups, address } = props;
  if (address.isCreating) return <GroupForm key="new" {...props} />;
  const kept = groups.find(({ name }) => name === address.name);
  if (kept !== undefined) return <GroupForm key={kept.name} kept={kept} {...props} />;
  const name = address.name ?? '';
  return (
    <DetailPane title={name} onClose={address.close}>
      <EmptyState title={lists.unknown(t.kind, name)}>{lists.unknownHelp}</EmptyState>
    </DetailPane>
  );
}

const nameOf = ({ name }: AgentGroup): string => name;
const subtitleOf = ({ description, members }: AgentGroup): string =>
  description === '' ? t.count(members.length) : description;
const textOf = ({ name, description }: AgentGroup): string => `${name} ${description}`;
