import type { ParityFile } from '../protocol/composer.ts';

/** A file of a Composer project as text, with its path inside the project, folders apart by `/`. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
  /** Why its text could not be had, when it could not. */
  readonly problem?: string;
}

/** What kind of file it is by its name; undefined for one that holds nothing to bring over. */
export function projectFileKind(path: string): ParityFile['kind'] | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name.endsWith('.ixnprocess')) return 'process';
  if (name.endsWith('.workflow')) return 'workflow';
  // what Composer was called before wrote the same diagrams under another ending
  if (name.endsWith('.callflow') || name.endsWith('.studio_diagram')) return 'callflow';
  if (name.endsWith('.scxml')) return 'scxml';
  if (name === '.projectvars') return 'variables';
  // functions that expressions call; what prompts are spoken by is none of them
  if (/(?:^|\/)(?:scripts|include)\/(?:.*\/)?[^/]+\.js$/i.test(path)) return 'other';
  // statements that DB Data blocks refer to
  return name === '.project' || name === '.composer' || name.endsWith('.sql') ? 'other' : undefined;
}

/** The name of a file without folders and ending. */
export function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** The folder a file is in; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
