import type { Variable } from '../document/strategy.ts';
import type { ParityFile } from '../protocol/composer.ts';
import type { Diagram } from './diagram.ts';
import { keepWhole } from './keep-whole.ts';
import { baseName, type ProjectFile, projectFileKind } from './project-file.ts';
import { readDiagrams } from './read-diagrams.ts';
import { readMachine } from './read-machine.ts';
import { readVariables, secretRemark } from './read-variables.ts';
import { readXml } from './read-xml.ts';
import { attributeOf, walkXml } from './xml-element.ts';

/** A file with the diagrams found in it and what has to be said of it. */
export interface ReadFile {
  readonly path: string;
  readonly kind: ParityFile['kind'];
  readonly diagrams: readonly Diagram[];
  readonly remarks: readonly string[];
}

/** A Composer project, read but not converted. */
export interface ReadProject {
  /** Its own name, when a file says it. */
  readonly name: string;
  readonly files: readonly ReadFile[];
  /** Variables that all diagrams share, by name without `_data.`. */
  readonly variables: ReadonlyMap<string, Variable>;
}

/** Reads every file of a project. Whatever a file holds, it is told of and nothing of it is lost. Never throws. */
export function readProject(files: readonly ProjectFile[]): ReadProject {
  const variables = new Map<string, Variable>();
  const names: string[] = [];
  const read = files.flatMap((file): ReadFile[] => {
    const kind = projectFileKind(file.path);
    if (kind === undefined) {
      const remarks = [`It could not be read: ${file.problem ?? ''}`];
      return file.problem === undefined ? [] : [{ path: file.path, kind: 'other', diagrams: [], remarks }];
    }
    if (kind === 'other') names.push(...projectNames(file));
    if (kind === 'variables') {
      const declared = readXml(file.text).roots.flatMap(readVariables);
      for (const { name, variable } of declared) variables.set(name, variable);
      const secret = declared.flatMap(({ name, isSecret }) => (isSecret === true ? [name] : []));
      return [{ path: file.path, kind, diagrams: [], remarks: secret.length === 0 ? [] : [secretRemark(secret)] }];
    }
    return [kind === 'other' ? { path: file.path, kind, diagrams: [], remarks: [] } : readOne(file, kind)];
  });
  return { name: names[0] ?? '', files: read, variables };
}

function readOne(file: ProjectFile, kind: ParityFile['kind']): ReadFile {
  const { roots, problems } = readXml(file.text);
  const remarks = problems.map((problem) => `Its XML is broken at ${problem}`);
  const name = baseName(file.path);
  if (file.problem !== undefined) {
    const kept = keepWhole(file.path, file.problem, `${name}: could not be read`);
    return { path: file.path, kind, diagrams: [kept], remarks: [`It could not be read: ${file.problem}`] };
  }
  if (file.text.trim() === '') return { path: file.path, kind, diagrams: [], remarks: ['The file is empty.'] };
  const machine = kind === 'scxml' ? roots.find((root) => root.name === 'scxml') : undefined;
  const diagrams = machine === undefined ? readDiagrams(file.path, roots) : [readMachine(file.path, machine)];
  const found = diagrams.reduce((sum, { blocks }) => sum + blocks.length, 0);
  const written = kind === 'scxml' ? 0 : countWritten(file.text);
  const isPartly = problems.length > 0 && found < written;
  const isNothing = found === 0 && (problems.length > 0 || kind === 'scxml' || diagrams.length === 0);
  if (isPartly)
    remarks.push(`${written - found} of its blocks could not be read one by one; the text of the file is kept.`);
  if (diagrams.some(({ danglingLinks }) => danglingLinks > 0)) {
    remarks.push(
      `${diagrams.reduce((sum, { danglingLinks }) => sum + danglingLinks, 0)} links lead from or to blocks that are not there.`,
    );
  }
  const kept = isPartly || isNothing ? [keepWhole(file.path, file.text, `${name}: what could not be read`)] : [];
  return { path: file.path, kind, diagrams: [...diagrams.filter(({ blocks }) => blocks.length > 0), ...kept], remarks };
}

/** Blocks by the look of the text, for files whose XML is broken. */
function countWritten(text: string): number {
  return text.replace(/<!--[\s\S]*?-->/g, '').match(/<blocks[\s/>]/g)?.length ?? 0;
}

function projectNames({ path, text }: ProjectFile): string[] {
  if (/\.(?:sql|js)$/i.test(path)) return [];
  const elements = readXml(text).roots.flatMap((root) => [...walkXml(root)]);
  if (path.endsWith('.project'))
    return elements
      .filter(({ name }) => name === 'name')
      .map((one) => one.text.trim())
      .slice(0, 1);
  return elements.flatMap((one) => attributeOf(one, 'project-name')?.trim() ?? []).slice(-1);
}
