import { variableUses } from '#dsl/check/variable-uses.ts';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { commands as t } from '../kit/messages/en/commands.ts';
import type { Edit } from './edit.ts';
import { readDocument } from './read-document.ts';
import { renameKey, replaceAt, valueAt } from './records.ts';

/** Gives a variable of a strategy another name and follows it wherever the strategy, or a call of it, names it. */
export function renameVariable(strategy: string, from: string, to: string): Edit {
  return {
    label: t.renameObject(from, to),
    merge: `rename:variable:${strategy}:${to}`,
    apply: (snapshot) => {
      const { process } = readDocument(snapshot.document);
      const uses = process === undefined ? [] : variableUses(process, strategy, from);
      // texts first: a key that is renamed changes the way to what is below it
      const written = uses.filter(({ isKey }) => !isKey).reduce(textReplaced(to), snapshot.document);
      const document = uses.filter(({ isKey }) => isKey).reduce(keyReplaced(from, to), written);
      return { ...snapshot, document };
    },
  };
}

type Use = ReturnType<typeof variableUses>[number];

function textReplaced(to: string) {
  return (document: BusinessProcessInput, { path, renamed }: Use): BusinessProcessInput =>
    replaceAt(document, path, renamed(to)) as BusinessProcessInput;
}

function keyReplaced(from: string, to: string) {
  return (document: BusinessProcessInput, { path }: Use): BusinessProcessInput => {
    const holder = path.slice(0, -1);
    const record = valueAt(document, holder) as Record<string, unknown>;
    return replaceAt(document, holder, renameKey(record, from, to)) as BusinessProcessInput;
  };
}
