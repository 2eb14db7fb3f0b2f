import type { ImportResult } from '#dsl/protocol/imports.ts';

/** One thing of an import. */
export type ImportItem = ImportResult['items'][number];

/** What is done with a thing that is here already and says something else. */
export interface ImportChoice {
  readonly action: 'keep' | 'overwrite' | 'merge' | 'rename';
  /** The new name, while it is to be renamed. */
  readonly name: string;
  /** Keys of the conflicts in which the import wins, while it is to be merged. */
  readonly imported: readonly string[];
}

/** Choices by thing, as `kind:name` by its name in the bundle. */
export type ImportChoices = Readonly<Record<string, ImportChoice>>;

/** How the API names a thing of an import. */
export function keyOf({ kind, from }: Pick<ImportItem, 'kind' | 'from'>): string {
  return `${kind}:${from}`;
}

/** What is chosen for a thing; nothing is overwritten unasked. */
export function choiceFor(item: ImportItem, choices: ImportChoices): ImportChoice {
  const key = keyOf(item);
  const chosen = Object.hasOwn(choices, key) ? choices[key] : undefined;
  return chosen ?? { action: 'keep', name: `${item.from} (imported)`, imported: [] };
}

/** The choices as `POST /api/import` takes them. */
export function requestOf(items: readonly ImportItem[], choices: ImportChoices) {
  const chosen = items
    .filter(({ status }) => status === 'conflict')
    .map((item) => [keyOf(item), choiceFor(item, choices)] as const);
  const by = (action: ImportChoice['action']) => chosen.filter(([, choice]) => choice.action === action);
  return {
    overwrite: by('overwrite').map(([key]) => key),
    rename: Object.fromEntries(by('rename').map(([key, { name }]) => [key, name.trim()])),
    merge: Object.fromEntries(by('merge').map(([key, { imported }]) => [key, imported])),
  };
}

/** How many things the import writes. */
export function countWritten(items: readonly ImportItem[], choices: ImportChoices): number {
  return items.filter(
    (item) => item.status === 'new' || (item.status === 'conflict' && choiceFor(item, choices).action !== 'keep'),
  ).length;
}

/** What is wrong with the new name of a thing: `empty`, `taken` by another one of the import or by itself here, or nothing. */
export function nameProblem(
  item: ImportItem,
  items: readonly ImportItem[],
  choices: ImportChoices,
): 'empty' | 'taken' | undefined {
  const { action, name } = choiceFor(item, choices);
  if (action !== 'rename') return undefined;
  const wanted = name.trim();
  if (wanted === '') return 'empty';
  const others = items.filter((one) => one.kind === item.kind);
  const names = others.map((one) => {
    const choice = choiceFor(one, choices);
    return one !== item && choice.action === 'rename' ? choice.name.trim() : one.name;
  });
  return names.includes(wanted) ? 'taken' : undefined;
}
