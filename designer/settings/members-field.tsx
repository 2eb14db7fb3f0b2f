import { ActionIcon, Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { Person } from '#dsl/protocol/people.ts';
import { people as words } from '../kit/messages/en/people.ts';
import { fullName } from './person-draft.ts';
import { peopleQuery } from './settings-queries.ts';
import classes from './settings.module.css';

const t = words.group;
const rowHeight = 44;
// more than fits on a screen; the list scrolls from then on
const tallest = 440;
const mostOffered = 50;

/** Who is in a group: found by typing, taken out by a click; smooth with thousands. */
export function MembersField(props: {
  readonly members: readonly string[];
  readonly onChange: (members: readonly string[]) => void;
}) {
  const { members, onChange } = props;
  const people = useQuery(peopleQuery);
  const byId = useMemo(() => new Map(people.data?.map((person) => [person.id, person])), [people.data]);
  const sorted = useMemo(() => {
    const nameOf = (id: string): string => {
      const person = byId.get(id);
      return person === undefined ? id : fullName(person);
    };
    return members.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
  }, [members, byId]);
  const outside = useMemo(() => {
    const inside = new Set(members);
    return (people.data ?? []).filter(({ id, enabled }) => enabled && !inside.has(id));
  }, [people.data, members]);
  return (
    <>
      <AddPeople people={outside} onAdd={({ id }) => onChange([...members, id])} />
      {members.length === 0 ? (
        <Text size="sm" className={classes.dim ?? ''}>
          {t.none}
        </Text>
      ) : (
        <Members members={sorted} byId={byId} onRemove={(id) => onChange(members.filter((member) => member !== id))} />
      )}
    </>
  );
}

function AddPeople(props: { readonly people: readonly Person[]; readonly onAdd: (person: Person) => void }) {
  const { people, onAdd } = props;
  const combobox = useCombobox();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = useMemo(
    () =>
      people.filter((person) =>
        `${fullName(person)} ${person.userName} ${person.email}`.toLowerCase().includes(wanted),
      ),
    [people, wanted],
  );
  const shown = found.slice(0, mostOffered);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const person = shown.find((one) => one.id === id);
        if (person !== undefined) onAdd(person);
        setText('');
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          label={t.add}
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- the target around it adds them
          role="combobox"
          placeholder={t.addHint}
          leftSection={<IconUserPlus size={16} aria-hidden />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={t.add}>
          {shown.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              {fullName(person)}{' '}
              <Text span size="xs" className={classes.dim ?? ''}>
                {person.userName}
              </Text>
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>{wanted === '' ? t.inGroup : t.addNobody}</Combobox.Empty>}
          {found.length > shown.length && (
            <Combobox.Footer>
              <Text size="xs">{t.addMore(found.length - shown.length)}</Text>
            </Combobox.Footer>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Members(props: {
  readonly members: readonly string[];
  readonly byId: ReadonlyMap<string, Person>;
  readonly onRemove: (id: string) => void;
}) {
  const { members, byId } = props;
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- concerns React Compiler, which does not build this app
  const virtual = useVirtualizer({
    count: members.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const height = virtual.getTotalSize();
  return (
    <div className={classes.members} ref={scroll} style={{ height: Math.min(height, tallest), overflowY: 'auto' }}>
      <ul
        aria-label={t.parts.members}
        style={{ position: 'relative', height, margin: 0, padding: 0, listStyle: 'none' }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const id = members[index];
          if (id === undefined) return null;
          const person = byId.get(id);
          const name = person === undefined ? id : fullName(person);
          return (
            <li
              key={id}
              className={classes.member}
              style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
            >
              <Text size="sm" fw={500} truncate>
                {name}
              </Text>
              <Text size="xs" className={classes.dim ?? ''} truncate style={{ flex: 1 }}>
                {person?.userName}
              </Text>
              <ActionIcon aria-label={t.remove(name)} onClick={() => props.onRemove(id)}>
                <IconX size={16} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
