import type { BusinessProcess } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { diagnosticAt } from './diagnostic-at.ts';

/** Members of a process whose keys are names that people give, and members of theirs for which the same holds. */
const named: readonly (readonly [member: keyof BusinessProcess, within?: string])[] = [
  ['endpoints'],
  ['macros'],
  ['queues', 'views'],
  ['strategies', 'blocks'],
  ['strategies', 'tests'],
];

/** The one name that cannot be a key of a document: reading it would change the object instead, and drop what it names in silence. */
export function forbiddenNames(document: object): Diagnostic[] {
  const found = named.flatMap(([member, within]) => {
    const things = memberOf(document, member);
    const inner =
      within === undefined
        ? []
        : Object.entries(things).flatMap(([name, thing]) => hits([member, name, within], memberOf(thing, within)));
    return [...hits([member], things), ...inner];
  });
  return [...new Map(found.map((one) => [JSON.stringify(one.path), one])).values()];
}

function memberOf(owner: unknown, member: string): object {
  const value: unknown = typeof owner === 'object' && owner !== null ? Reflect.get(owner, member) : undefined;
  return typeof value === 'object' && value !== null ? value : {};
}

function hits(path: readonly string[], things: object): Diagnostic[] {
  if (!Object.hasOwn(things, '__proto__')) return [];
  return [
    diagnosticAt('error', 'document/invalid-value', [...path, '__proto__'], 'Nothing can have the name "__proto__".'),
  ];
}
