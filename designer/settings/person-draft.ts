import type { Person } from '#dsl/protocol/people.ts';
import type { FieldProblems } from '../kit/form/issue-words.ts';
import { people as t } from '../kit/messages/en/people.ts';

/** A skill as a line of the form; the same name may stand there twice while it is being written. */
export interface SkillLine {
  readonly id: number;
  readonly name: string;
  readonly level: number | undefined;
}

/** What the form of a person holds. */
export interface PersonDraft extends Omit<Person, 'id' | 'skills' | 'capacity'> {
  readonly skills: readonly SkillLine[];
  readonly capacity: Readonly<Record<string, number | undefined>>;
}

/** What a part of the form of a person gets. */
export interface PersonFieldsProps {
  readonly draft: PersonDraft;
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<PersonDraft>) => void;
  readonly people: readonly Person[];
  readonly disabled: boolean;
}

/** The draft of somebody new: an agent with one e-mail at a time. */
export const newPersonDraft: PersonDraft = {
  userName: '',
  role: 'agent',
  firstName: '',
  lastName: '',
  email: '',
  signature: '',
  skills: [],
  capacity: { email: 1 },
  groups: [],
  enabled: true,
};

/** The draft of somebody who is kept. */
export function keptPersonDraft({ id: _id, skills, ...person }: Person): PersonDraft {
  return { ...person, skills: Object.entries(skills).map(([name, level], id) => ({ id, name, level })) };
}

/** What is sent of a draft. */
export function personBody(draft: PersonDraft): Record<string, unknown> {
  return { ...draft, skills: Object.fromEntries(draft.skills.map(({ name, level }) => [name.trim(), level])) };
}

/** What is wrong beyond the schema: names that are taken, skills without a name or there twice. */
export function checkPerson(draft: PersonDraft, kept: Person | undefined, people: readonly Person[]): FieldProblems {
  const isTaken = people.some(({ id, userName }) => userName === draft.userName && id !== kept?.id);
  const lines = draft.skills.map((line) => [line, skillProblem(line, draft.skills)] as const);
  return {
    ...(isTaken && { userName: t.userTaken }),
    ...Object.fromEntries(
      lines.flatMap(([{ id }, problem]) => (problem === undefined ? [] : [[`skill-${id}`, problem]])),
    ),
  };
}

/** Name as people read it; the user name where no other is known. */
export function fullName({
  firstName,
  lastName,
  userName,
}: Pick<Person, 'firstName' | 'lastName' | 'userName'>): string {
  return [firstName, lastName].filter((part) => part !== '').join(' ') || userName;
}

function skillProblem(line: SkillLine, all: readonly SkillLine[]): string | undefined {
  const name = line.name.trim();
  if (name === '') return t.skillBlank;
  if (line.level === undefined || line.level < 0 || line.level > 100) return t.levelRange;
  const first = all.find((other) => other.name.trim() === name);
  return first === line ? undefined : t.skillTwice;
}
