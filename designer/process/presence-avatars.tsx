import { Avatar, Tooltip, UnstyledButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { PresentPerson } from '#dsl/protocol/presence.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import classes from './presence.module.css';
import { useColleagues } from './presence.tsx';

// more faces than this say nothing that a number does not say
const maxFaces = 4;

/** Small faces of colleagues who have the process open, in the top bar; one click goes where they are. */
export function PresenceAvatars() {
  const colleagues = onePerPerson(useColleagues());
  const navigate = useNavigate();
  if (colleagues.length === 0) return null;
  const goTo = ({ place }: PresentPerson): void => {
    const to = ['/design', place.process, place.strategy]
      .filter((part) => part !== undefined)
      .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
      .join('/');
    void navigate({ to, search: place.card === undefined ? {} : { select: place.card } });
  };
  const more = colleagues.slice(maxFaces);
  return (
    <Avatar.Group spacing={6} role="group" aria-label={t.present(colleagues.map(({ name }) => name).join(', '))}>
      {colleagues.slice(0, maxFaces).map((person) => (
        <Tooltip key={person.id} label={placeOf(person)}>
          <UnstyledButton className={classes.face ?? ''} aria-label={placeOf(person)} onClick={() => goTo(person)}>
            <Avatar size={26} radius="xl" name={person.name} color="initials" alt="" />
          </UnstyledButton>
        </Tooltip>
      ))}
      {more.length > 0 && (
        <Tooltip label={more.map(({ name }) => name).join(', ')}>
          <Avatar size={26} radius="xl">
            +{more.length}
          </Avatar>
        </Tooltip>
      )}
    </Avatar.Group>
  );
}

function placeOf({ name, place }: PresentPerson): string {
  return t.presentAt(name, place.strategy ?? t.processCanvas);
}

/** A person with two windows shows one face, where they were last. */
function onePerPerson(people: readonly PresentPerson[]): PresentPerson[] {
  return [...new Map(people.map((person) => [person.userName, person])).values()];
}
