import type { ParityFile, ParityItem, ParityReport } from '../protocol/composer.ts';
import { isSessionEvent } from './handler-notes.ts';
import type { ReadFile } from './read-project.ts';

/** Puts the report together. `lost` is counted, block by block, from what was read and what the items tell of. */
export function parityReport(
  project: string,
  files: readonly ReadFile[],
  sources: ReadonlyMap<string, string | undefined>,
  items: readonly ParityItem[],
): ParityReport {
  const told = files.map((file) => fileOf(file, sources.get(file.path)));
  const imported = told.filter(({ status }) => status === 'imported');
  const blocks = imported.reduce((sum, file) => sum + file.blocks, 0);
  const at = (level: ParityItem['level']) => items.filter((item) => item.level === level).length;
  return {
    project,
    count: {
      files: told.filter(({ status }) => status !== 'passed-over').length,
      blocks,
      exact: at('exact'),
      near: at('near'),
      placeholder: at('placeholder'),
      lost: blocks - items.length,
    },
    files: told,
    items: [...items],
  };
}

function fileOf(file: ReadFile, source: string | undefined): ParityFile {
  const { path, kind } = file;
  if (source !== undefined) {
    return {
      path,
      kind,
      status: 'generated',
      blocks: 0,
      remarks: [`Composer generated it from ${source}, which is imported.`],
    };
  }
  const blocks = file.diagrams.reduce((sum, diagram) => sum + diagram.blocks.length, 0);
  const handlers = file.diagrams.flatMap((diagram) => diagram.handlers);
  const remarks = [
    ...file.remarks,
    ...(handlers.length === 0 ? [] : [handlersRemark(handlers.map(({ event }) => event))]),
  ];
  if (kind === 'other' || kind === 'variables') return { path, kind, status: 'passed-over', blocks: 0, remarks };
  if (blocks === 0) remarks.push('It holds no blocks.');
  return { path, kind, status: 'imported', blocks, remarks };
}

function handlersRemark(events: readonly string[]): string {
  const own = [...new Set(events)].filter((event) => !isSessionEvent(event));
  const said = `${events.length} event handlers of the session do nothing here and are kept as notes on the canvas: the runtime starts a strategy, ends it with its interaction and holds what fails.`;
  return own.length === 0
    ? said
    : `${said} Look at those for ${own.join(', ')}: nothing here comes with such an event.`;
}
