import { Button } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '#dsl/protocol/people.ts';
import { useMe } from '../app/session.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { DetailPane } from '../kit/list/detail-pane.tsx';
import { ListPage } from '../kit/list/list-page.tsx';
import type { Column } from '../kit/list/object-list.tsx';
import { type ObjectAddress, useObjectAddress } from '../kit/list/use-object-address.ts';
import { lists } from '../kit/messages/en/lists.ts';
import { people as t } from '../kit/messages/en/people.ts';
import { sections } from '../kit/messages/en/sections.ts';
import { shell } from '../kit/messages/en/shell.ts';
import { PersonForm } from './person-form.tsx';
import { fullName } from './person-draft.ts';
import { SecretShown } from './secret-shown.tsx';
import { peopleQuery } from './settings-queries.ts';
import classes from './settings.module.css';

const columns: readonly Column<Person>[] = [
  { key: 'name', label: t.columns.name, width: 'minmax(160px, 1.6fr)', cell: fullName, sortBy: fullName },
  {
    key: 'role',
    label: t.columns.role,
    width: '110px',
    from: 420,
    cell: ({ role }) => shell.role[role],
    sortBy: ({ role }) => role,
  },
  {
    key: 'groups',
    label: t.columns.groups,
    width: 'minmax(0, 1.6fr)',
    from: 620,
    cell: ({ groups }) => <Chips texts={groups} />,
    sortBy: ({ groups }) => groups.join(),
  },
  {
    key: 'skills',
    label: t.columns.skills,
    width: 'minmax(0, 1.4fr)',
    from: 860,
    cell: ({ skills }) => <Chips texts={Object.entries(skills).map(([skill, level]) => `${skill} ${level}`)} />,
    sortBy: ({ skills }) => Object.keys(skills).length,
  },
  {
    key: 'state',
    label: t.columns.state,
    width: '100px',
    from: 560,
    cell: ({ enabled }) => (enabled ? t.active : t.disabled),
    sortBy: ({ enabled }) => (enabled ? 0 : 1),
  },
];

/** Everybody inside: accounts, groups, skills and capacity. Supervisors read it. */
export function PeopleSection() {
  const me = useMe();
  const people = useQuery(peopleQuery);
  const address = useObjectAddress('settings');
  const [password, setPassword] = useState<{ readonly name: string; readonly secret: string }>();
  const mayChange = me.role === 'administrator';
  const create = mayChange && (
    <Button leftSection={<IconPlus size={16} />} onClick={address.create}>
      {t.create}
    </Button>
  );
  return (
    <>
      <ListPage
        label={sections['people'] ?? ''}
        area="settings"
        section="people"
        query={people}
        columns={columns}
        nameOf={userNameOf}
        titleOf={fullName}
        subtitleOf={userNameOf}
        textOf={textOf}
        selected={address.name}
        action={create}
        empty={
          <EmptyState icon={<IconUsers size={26} />} title={t.emptyTitle} action={create}>
            {t.empty}
          </EmptyState>
        }
        detail={
          people.data !== undefined &&
          address.isOpen && <Detail people={people.data} address={address} onPassword={setPassword} />
        }
      />
      {password !== undefined && (
        <SecretShown
          title={t.passwordTitle(password.name)}
          help={t.passwordShown}
          secret={password.secret}
          done={t.passwordDone}
          onDone={() => setPassword(undefined)}
        />
      )}
    </>
  );
}

function Detail(props: {
  readonly people: readonly Person[];
  readonly address: ObjectAddress;
  readonly onPassword: (password: { name: string; secret: string }) => void;
}) {
  const { people, address } = props;
  if (address.isCreating) return <PersonForm key="new" {...props} />;
  const kept = people.find(({ userName }) => userName === address.name);
  if (kept !== undefined) return <PersonForm key={kept.id} kept={kept} {...props} />;
  const name = address.name ?? '';
  return (
    <DetailPane title={name} onClose={address.close}>
      <EmptyState title={lists.unknown(t.kind, name)}>{lists.unknownHelp}</EmptyState>
    </DetailPane>
  );
}

function Chips({ texts }: { readonly texts: readonly string[] }) {
  return (
    <span className={classes.chips}>
      {texts.map((text) => (
        <span key={text} className={classes.chip}>
          {text}
        </span>
      ))}
    </span>
  );
}

const userNameOf = ({ userName }: Person): string => userName;

function textOf(person: Person): string {
  const { userName, email, role, groups, skills } = person;
  return [fullName(person), userName, email, shell.role[role], ...groups, ...Object.keys(skills)].join(' ');
}
