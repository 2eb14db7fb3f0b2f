import { execFile } from 'node:child_process';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';

const run = promisify(execFile);

/** Files that are business processes and their layouts, unless the command names others. */
const usualPatterns = ['process.json', '*.process.json'];
const layoutPatterns = ['layout.json', '*.layout.json'];

/**
 * Makes git merge and compare business processes by block, in the repository at `directory`: writes the drivers into its
 * own configuration, which git never shares, and the file patterns into `.gitattributes`, which is committed. Running it
 * again changes nothing. Answers the exit code. Throws what git says when there is no repository.
 */
export async function installGitDrivers(directory: string, patterns: readonly string[]): Promise<number> {
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', ['-C', directory, ...args])).stdout.trim();
  const top = await git('rev-parse', '--show-toplevel');
  const settings = {
    'merge.signalbox.name': 'business process, merged by block',
    'merge.signalbox.driver': `${program()} merge %O %A %B`,
    'diff.signalbox.command': `${program()} git-diff`,
    'diff.signalbox.textconv': `${program()} format --print`,
    'diff.signalbox-layout.textconv': `${program()} format --print`,
  };
  for (const [key, value] of Object.entries(settings)) await git('config', '--local', key, value);
  const processes = patterns.length === 0 ? usualPatterns : patterns;
  const lines = [
    ...processes.map((pattern) => `${attribute(pattern)} merge=signalbox diff=signalbox`),
    ...(patterns.length === 0 ? layoutPatterns : []).map(
      (pattern) => `${attribute(pattern)} merge=signalbox diff=signalbox-layout`,
    ),
  ];
  const added = await addLines(join(top, '.gitattributes'), lines);
  process.stdout.write(`git merges and compares by block in ${top}\n`);
  for (const line of added) process.stdout.write(`.gitattributes: ${line}\n`);
  return 0;
}

/** This program as a shell runs it from anywhere. */
function program(): string {
  const quoted = (path: string): string => `'${path.replaceAll("'", String.raw`'\''`)}'`;
  return `${quoted(process.execPath)} ${quoted(fileURLToPath(new URL('../dsl.ts', import.meta.url)))}`;
}

/** A pattern with blanks stands in quotes in `.gitattributes`. */
function attribute(pattern: string): string {
  return /[\s"]/.test(pattern) ? JSON.stringify(pattern) : pattern;
}

async function addLines(file: string, lines: readonly string[]): Promise<string[]> {
  const before = await readFile(file, 'utf8').catch(() => '');
  const missing = lines.filter((line) => !before.split('\n').includes(line));
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  if (missing.length > 0) await appendFile(file, `${gap}${missing.join('\n')}\n`);
  return missing;
}
