import { baseName, folderOf } from './project-file.ts';
import type { ReadFile } from './read-project.ts';

/** The diagram a file was generated from, when the project has it: such a file says the same once more, and is passed over. */
export function generatedFrom(file: ReadFile, files: readonly ReadFile[]): string | undefined {
  if (file.kind !== 'scxml' || !/(?:^|\/)src-gen$/i.test(folderOf(file.path))) return undefined;
  const name = baseName(file.path).toLowerCase();
  const source = files.find(({ kind, path, diagrams }) => {
    const names = [baseName(path), ...diagrams.map((diagram) => diagram.name)].map((one) => one.toLowerCase());
    if (kind === 'workflow') return names.includes(name);
    return kind === 'process' && names.some((one) => one !== '' && name.startsWith(`ipd_${one}_`));
  });
  return source?.path;
}
