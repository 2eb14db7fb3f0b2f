import { parse } from 'acorn';
import { type ProjectFile, projectFileKind } from './project-file.ts';
import type { Scope } from './scope.ts';
import { identifierOf, isNode } from './syntax-tree.ts';
import { translateCode } from './translate-code.ts';

/** A function of the project's own scripts, with all that it needs. */
export interface LibraryFunction {
  /** Its text, and before it that of the functions it calls. */
  readonly text: string;
  readonly file: string;
}

/** The functions that a project keeps in files of its own, such as `Scripts/dates.js`. */
export interface ScriptLibrary {
  /** A function that needs nothing but the language and others of its kind; undefined for any other name. */
  functionNamed(name: string): LibraryFunction | undefined;
}

interface Written {
  readonly name: string;
  readonly text: string;
  readonly file: string;
}

/** Reads the scripts of a project. What cannot be read is passed over, and so is what uses anything of the old platform. */
export function readScripts(files: readonly ProjectFile[]): ScriptLibrary {
  const scripts = files.filter(({ path }) => /\.js$/i.test(path) && projectFileKind(path) !== undefined);
  const written = new Map(scripts.flatMap(functionsIn).map((one) => [one.name, one]));
  const known = new Map<string, LibraryFunction | undefined>();
  const functionNamed = (name: string): LibraryFunction | undefined => {
    const own = written.get(name);
    if (own === undefined) return undefined;
    if (!known.has(name)) known.set(name, withNeeds(own, written));
    return known.get(name);
  };
  return { functionNamed };
}

function functionsIn({ path, text }: ProjectFile): Written[] {
  try {
    const program = parse(text, { ecmaVersion: 'latest', sourceType: 'script' });
    return program.body.flatMap((statement) => {
      const name =
        isNode(statement) && statement.type === 'FunctionDeclaration' ? identifierOf(statement.id) : undefined;
      return name === undefined ? [] : [{ name, text: text.slice(statement.start, statement.end), file: path }];
    });
  } catch (error) {
    // one broken script must not keep the others from being read
    if (error instanceof SyntaxError || error instanceof RangeError) return [];
    throw error;
  }
}

/** The function with those it calls; undefined when one of them uses what is nothing here. */
function withNeeds(first: Written, written: ReadonlyMap<string, Written>): LibraryFunction | undefined {
  const needed = new Map<string, string>();
  const waiting = [first];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (needed.has(one.name)) continue;
    needed.set(one.name, one.text);
    const calls: Written[] = [];
    const scope: Scope = {
      variableFor: () => undefined,
      // a name that nobody declares stays one: the function is left then
      declare: (name) => name,
      functionNamed: (name) => {
        const other = written.get(name);
        if (other !== undefined) calls.push(other);
        return other === undefined ? undefined : { text: '', file: other.file };
      },
    };
    const told = translateCode('script', one.text, scope);
    if ('problem' in told || told.js.trim() !== one.text.trim()) return undefined;
    waiting.push(...calls);
  }
  return { text: [...needed.values()].toReversed().join('\n'), file: first.file };
}
