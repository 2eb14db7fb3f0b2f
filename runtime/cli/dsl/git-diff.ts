import { readFile } from 'node:fs/promises';
import { checkDocument } from '#dsl/check/parse-business-process.ts';
import { diffProcesses } from '#dsl/document/diff-processes.ts';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';

/**
 * What changed in a file, as git asks an external diff to say it: name, then file, hash and mode of before and after.
 * A document that cannot be compared is told about; the exit code is 0 all the same, since git gives up on any other.
 */
export async function gitDiff([name = '', before = '', , , after = '']: readonly string[]): Promise<number> {
  process.stdout.write(`diff ${name}\n`);
  for (const line of await changesOf(before, after)) process.stdout.write(`  ${line}\n`);
  return 0;
}

async function changesOf(before: string, after: string): Promise<string[]> {
  try {
    const [was, is] = [await readSide(before), await readSide(after)];
    if (was === undefined || is === undefined) return [was === undefined ? 'The file is new.' : 'The file is gone.'];
    const changes = diffProcesses(processOf(was, 'before'), processOf(is, 'after'));
    return changes.length === 0 ? ['Only its text changed, not what it does.'] : changes.map(({ message }) => message);
  } catch (error) {
    return [textOf(error), '`git diff --no-ext-diff` shows the lines.'];
  }
}

/** git names a side that does not exist `/dev/null`, on all systems. */
async function readSide(file: string): Promise<unknown> {
  return file === '/dev/null' ? undefined : (JSON.parse(await readFile(file, 'utf8')) as unknown);
}

function processOf(json: unknown, file: string) {
  const isBundle = typeof json === 'object' && json !== null && 'process' in json && 'kind' in json;
  const { process: businessProcess, diagnostics } = checkDocument(isBundle ? json.process : json);
  if (businessProcess !== undefined) return businessProcess;
  throw new CodedError('document/unreadable', { file, reason: diagnostics.map(({ message }) => message).join(' ') });
}
