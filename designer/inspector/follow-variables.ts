import { variableNameSchema } from '#dsl/block/variable-name.ts';
import { variableUses } from '#dsl/check/variable-uses.ts';
import type { EditorStore } from '../commands/editor-store.ts';
import { readDocument } from '../commands/read-document.ts';
import { renameVariable } from '../commands/rename-variable.ts';
import { macros } from '../kit/messages/en/macros.ts';
import { placesOf } from '../process/uses-of-name.ts';
import type { FollowedKeys } from './inspector-context.ts';

/** Variables of a strategy, as the form of its Entry renames them and tells where each is used. */
export function followVariables(
  strategy: string,
  { name: process, editor }: { readonly name: string; readonly editor: EditorStore },
): FollowedKeys {
  const document = () => editor.getState().snapshot.document;
  return {
    problemOf: (name) => (variableNameSchema.safeParse(name).success ? undefined : macros.nameWrong),
    rename: (from, to) => editor.getState().run(renameVariable(strategy, from, to)),
    usesOf: (name) => {
      const read = readDocument(document()).process;
      const uses = read === undefined ? [] : variableUses(read, strategy, name);
      // the Entry that declares it is where the reader comes from
      const elsewhere = uses.filter(({ isDeclaration }) => !isDeclaration);
      return placesOf(process, document(), elsewhere);
    },
  };
}
