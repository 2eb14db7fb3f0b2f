import { inFigures } from '../in-figures.ts';

/** Texts of the import of Composer projects. */
export const composer = {
  open: 'Import from Composer',
  title: 'Import from Composer',
  help:
    'Choose a zip of a Composer project, or its folder. Workflows become strategies, interaction processes draw the canvas. Every block ' +
    'comes over: as the same block, as nearly the same, or as a placeholder that runs and waits for you. Nothing is saved before you say so.',
  chooseZip: 'Choose a zip or files',
  chooseFolder: 'Choose a folder',
  noProject: 'There is no diagram of Composer in this folder: no .ixnprocess, .workflow, .callflow or .scxml file.',
  levels: { exact: 'Exact', near: 'Nearly', placeholder: 'By hand' },
  levelHelp: {
    exact: 'does the same here',
    near: 'differs a little; each says how',
    placeholder: 'runs as a placeholder',
  },
  all: 'All',
  blocks: (count: number) => (count === 1 ? '1 block' : `${inFigures(count)} blocks`),
  filesRead: (count: number) => (count === 1 ? 'from 1 file' : `from ${inFigures(count)} files`),
  lost: (count: number) => (count === 0 ? 'nothing lost' : `${inFigures(count)} lost`),
  ready: (percent: number) => `${percent} % of the blocks need no work`,
  share: (label: string, count: number, percent: number) => `${label}: ${inFigures(count)}, ${percent} %`,
  filter: 'Filter by name, type, file or reason',
  filterLevel: 'How it came over',
  listLabel: 'Blocks of the project',
  shown: (shown: number, all: number) => `${inFigures(shown)} of ${inFigures(all)}`,
  none: 'No block fits this filter.',
  files: (count: number) =>
    count === 1 ? 'About 1 file there is something to say' : `About ${count} files there is something to say`,
  mend: (count: number) =>
    count === 1 ? '1 thing to mend before activation' : `${count} things to mend before activation`,
  save: 'Save the report',
  csvColumns: ['File', 'Diagram', 'Block', 'Type in Composer', 'Came over', 'Here', 'Block here', 'Reasons'],
  goOn: 'Go on to import',
  becomes: (kind: string, name: string) => `${kind} ${name}`,
  kinds: { strategy: 'strategy', queue: 'queue', endpoint: 'endpoint' },
};
