import { inFigures } from '../in-figures.ts';

/** Texts of find and replace, and of what tells where a name is used. */
export const find = {
  title: 'Find in all processes',
  text: 'Find',
  replacement: 'Replace with',
  caseSensitive: 'Match case',
  wholeWord: 'Whole words',
  hint: 'Type what you look for: a name, a text, a piece of an expression. All drafts of all processes are searched.',
  none: (text: string) => `No draft contains “${text}”`,
  noneHelp: 'Names, notes, settings, expressions and scripts were searched.',
  found: (texts: number, processes: number) =>
    `${texts === 1 ? '1 text' : `${inFigures(texts)} texts`} in ${processes === 1 ? '1 process' : `${processes} processes`}`,
  replace: 'Replace',
  replaceIn: (place: string) => `Replace in ${place}`,
  replaceAll: (count: number) => `Replace all ${inFigures(count)}`,
  replaceAllTitle: (count: number) => (count === 1 ? 'Replace in 1 text?' : `Replace in ${count} texts?`),
  replaceAllHelp: (processes: number) =>
    processes === 1
      ? 'The draft of one process changes. Undo there brings it back.'
      : `The drafts of ${processes} processes change. Undo brings each of them back.`,
  replaced: (count: number) => (count === 1 ? 'Replace a text' : `Replace ${count} texts`),
  done: (count: number) => (count === 1 ? '1 text replaced' : `${count} texts replaced`),
  undo: 'Undo',
  undone: 'What was replaced is back',
  rename: 'name, renamed wherever it is used',
  nameUnfit: 'This would leave no proper name',
  nameTaken: (name: string) => `${name} exists already`,
  fields: { name: 'name', note: 'note', description: 'description', errorQueue: 'error queue' } as Readonly<
    Record<string, string>
  >,
  whereUsed: 'Where used',
  usesOf: (name: string) => `Where ${name} is used`,
  inOtherProcesses: 'In other processes',
  renameElsewhere: (processes: readonly string[]) =>
    `Also used by ${processes.join(', ')}, where the old name stays until it is changed there.`,
} as const;
