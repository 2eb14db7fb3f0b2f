import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { referencesOf } from '#dsl/document/references-of.ts';
import { commands as t } from '../kit/messages/en/commands.ts';
import type { Edit } from './edit.ts';
import { readDocument } from './read-document.ts';
import { renameKey, replaceAt } from './records.ts';

/** Gives a macro another name and follows it in Macro blocks and wherever an expression says `macros.name`. */
export function renameMacro(from: string, to: string): Edit {
  return {
    label: t.renameObject(from, to),
    merge: `rename:macro:${to}`,
    apply: (snapshot) => {
      const { process } = readDocument(snapshot.document);
      const uses = process === undefined ? [] : referencesOf(process);
      const named = uses
        .filter(({ kind, name }) => kind === 'macro' && name === from)
        .reduce((at, { path }) => replaceAt(at, path, to) as BusinessProcessInput, snapshot.document);
      const written = inExpressions(named, new RegExp(`\\bmacros\\.${from}\\b`, 'g'), `macros.${to}`);
      const document = { ...written, macros: renameKey(written.macros ?? {}, from, to) };
      return { ...snapshot, document };
    },
  };
}

/** The same with a text of code replaced wherever code stands: expressions, scripts, macros. */
function inExpressions<Value>(value: Value, from: RegExp, to: string): Value {
  if (Array.isArray(value)) return value.map((member: unknown) => inExpressions(member, from, to)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]: [string, unknown]) => {
    const isCode = typeof member === 'string' && (key === 'js' || key === 'code' || key === 'expression');
    return [key, isCode ? member.replace(from, to) : inExpressions(member, from, to)] as const;
  });
  return Object.fromEntries(members) as Value;
}
