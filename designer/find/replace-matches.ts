import { nameSchema } from '#dsl/document/strategy.ts';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import type { Edit } from '../commands/edit.ts';
import { inOneStep } from '../commands/in-one-step.ts';
import { replaceAt, valueAt } from '../commands/records.ts';
import { renameObject } from '../commands/rename-object.ts';
import { find as t } from '../kit/messages/en/find.ts';
import type { Match } from './find-in-process.ts';
import { type Query, replaceIn } from './text-query.ts';

/**
 * Replaces in what was found, as one step that can be undone: texts where they stand, names by renaming what has them.
 * `undefined` when nothing can be replaced.
 */
export function replaceMatches(matches: readonly Match[], query: Query, replacement: string): Edit | undefined {
  const texts = matches.filter((match) => match.renames === undefined);
  const inTexts: Edit = {
    label: t.replaced(matches.length),
    apply: (snapshot) => ({
      ...snapshot,
      document: texts.reduce((document, match) => {
        // a text that was changed since it was found stays
        if (valueAt(document, match.path) !== match.text) return document;
        return replaceAt(document, match.path, replaceIn(match.text, query, replacement)) as BusinessProcessInput;
      }, snapshot.document),
    }),
  };
  // views first: they are told by the name of their queue
  const renames = matches
    .flatMap(({ renames: object, text }) =>
      object === undefined ? [] : [{ object, to: replaceIn(text, query, replacement) }],
    )
    .toSorted((left, right) => Number(right.object.kind === 'view') - Number(left.object.kind === 'view'))
    .map(({ object, to }) => renameObject(object, to));
  return inOneStep([texts.length > 0 ? inTexts : undefined, ...renames], t.replaced(matches.length));
}

/** Why a name cannot become what the replacement makes of it; `undefined` when it can. */
export function refusalOf(
  match: Match,
  document: BusinessProcessInput,
  query: Query,
  replacement: string,
): string | undefined {
  const object = match.renames;
  if (object === undefined) return undefined;
  const to = replaceIn(match.text, query, replacement);
  if (!nameSchema.safeParse(to).success) return t.nameUnfit;
  const siblings = valueAt(document, match.path.slice(0, -1));
  const isTaken = to !== match.text && typeof siblings === 'object' && siblings !== null && Object.hasOwn(siblings, to);
  return isTaken ? t.nameTaken(to) : undefined;
}
