import { type ProjectFile, projectFileKind } from '#dsl/composer/project-file.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { decodeText } from './decode-text.ts';
import type { ProjectLimits } from './limits.ts';

/** Gathers the files of a project as they come, within limits. */
export interface FileCollection {
  /** True for a file that a project is read from. Counts it as looked at. Throws `import/too-large` when there are too many. */
  wants(path: string): boolean;
  /** Bytes the next file may have at most. */
  room(): number;
  /** Takes a file; one that is larger than what is read is told of instead. */
  add(path: string, bytes: Uint8Array): void;
  /** Tells of a file that is larger than what is left to read. */
  addTooLarge(path: string): void;
  /** Tells of a file that is there and cannot be read. */
  addUnreadable(path: string, reason: string): void;
  readonly files: readonly ProjectFile[];
}

/** Begins a collection; `source` names the project in what is thrown. */
export function collectFiles(source: string, limits: ProjectLimits): FileCollection {
  const files: ProjectFile[] = [];
  let entries = 0;
  let size = 0;
  const tooLarge = (what: string, most: number): CodedError<'import/too-large'> =>
    new CodedError('import/too-large', { source, what, most });
  const roomLeft = () => Math.min(limits.fileBytes, limits.allBytes - size);
  const addUnreadable = (path: string, reason: string): void => {
    files.push({ path: safePath(path), text: '', problem: reason });
  };
  const addTooLarge = (path: string): void =>
    addUnreadable(path, `it is larger than the ${roomLeft().toLocaleString('en')} bytes left to read.`);
  return {
    files,
    wants: (path) => {
      entries += 1;
      if (entries > limits.entries) throw tooLarge('files and folders', limits.entries);
      const wanted = projectFileKind(path) !== undefined;
      if (wanted && files.length >= limits.files) throw tooLarge('diagrams', limits.files);
      return wanted;
    },
    room: roomLeft,
    add: (path, bytes) => {
      if (bytes.length > roomLeft()) return addTooLarge(path);
      size += bytes.length;
      files.push({ path: safePath(path), text: decodeText(bytes) });
    },
    addTooLarge,
    addUnreadable,
  };
}

/** A path inside the project: it is only shown and compared, and still never leads out. */
function safePath(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/');
}
