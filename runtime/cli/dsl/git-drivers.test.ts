import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { canonicalText } from '#dsl/document/canonical-text.ts';
import { aProcessDocument } from '#test/support/a-process.ts';

const program = fileURLToPath(new URL('../dsl.ts', import.meta.url));
let repository = '';

beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), 'git-drivers-'));
  await git('init', '--quiet', '--initial-branch', 'main');
  for (const [key, value] of [
    ['user.name', 'Dana'],
    ['user.email', 'dana@example.com'],
    ['commit.gpgsign', 'false'],
  ] as const)
    await git('config', key, value);
  await ran(process.execPath, [program, 'install-git-drivers']);
});
afterAll(() => rm(repository, { recursive: true }));

function ran(command: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  // an outer repository, or its hooks, must not be taken for this one
  const env = { ...process.env, INIT_CWD: repository, GIT_DIR: undefined, GIT_WORK_TREE: undefined };
  return new Promise((resolve) => {
    execFile(command, args, { cwd: repository, env }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}

function git(...args: string[]) {
  return ran('git', args);
}

async function commit(document: BusinessProcessInput): Promise<void> {
  await writeFile(join(repository, 'process.json'), canonicalText(document));
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'change');
}

function waiting(timeoutSeconds: number, ports = {}): BusinessProcessInput {
  const route = {
    type: 'route-interaction',
    config: { targets: [{ agentGroup: 'G' }], timeoutSeconds },
    ports: { timeout: 'stop', ...ports },
  };
  const blocks = { entry: { type: 'entry', ports: { next: 'route' } }, route, stop: { type: 'stop-interaction' } };
  return aProcessDocument({ strategies: { Main: { blocks } } });
}

/** The base on main, theirs on a branch of its own, ours on main again; answers what merging theirs into ours did. */
async function mergeOf(base: BusinessProcessInput, ours: BusinessProcessInput, theirs: BusinessProcessInput) {
  await commit(base);
  await git('checkout', '--quiet', '-B', 'theirs');
  await commit(theirs);
  await git('checkout', '--quiet', 'main');
  await commit(ours);
  return git('merge', 'theirs', '--message', 'merge');
}

async function merged(): Promise<string> {
  return readFile(join(repository, 'process.json'), 'utf8');
}

test('git merges changes to neighbouring lines of one block', async () => {
  const { code, output } = await mergeOf(waiting(30), waiting(60), waiting(30, { error: 'stop' }));

  expect([code, output]).toEqual([0, expect.stringContaining('process.json')]);
  expect(await merged()).toBe(canonicalText(waiting(60, { error: 'stop' })));
});

test('git stops at a setting that both changed, says which, and marks it in the file', async () => {
  const { code, output } = await mergeOf(waiting(31), waiting(61), waiting(91));
  const text = await merged();
  await git('merge', '--abort');

  expect(code).toBe(1);
  expect(output).toContain('conflict: Block "route" of "Main": timeout is 61 in ours, 91 in theirs, was 31.');
  expect(text).toMatch(/<{7} ours\n\s+"timeoutSeconds": 61\n={7}\n\s+"timeoutSeconds": 91\n>{7} theirs\n/);
});

test('git diff says what changed in the words of the field', async () => {
  await commit(waiting(32));
  await writeFile(join(repository, 'process.json'), canonicalText(waiting(62)));

  expect(await git('diff')).toEqual({
    code: 0,
    output: 'diff process.json\n  Block "route" of "Main": timeout was 32, is 62.\n',
  });
});

test('a document that only its text tells apart shows no lines in git diff', async () => {
  await commit(waiting(33));
  await writeFile(join(repository, 'process.json'), JSON.stringify(waiting(33)));

  expect((await git('diff')).output).toContain('Only its text changed, not what it does.');
  expect((await git('diff', '--no-ext-diff')).output).not.toMatch(/^[-+] /m);
});

test('git diff tells of a document that cannot be read, and how to see its lines', async () => {
  await commit(waiting(34));
  await writeFile(join(repository, 'process.json'), '{');

  const { code, output } = await git('diff');

  expect(code).toBe(0);
  expect(output).toContain('`git diff --no-ext-diff` shows the lines.');
});

test('installing again changes nothing', async () => {
  const before = await readFile(join(repository, '.gitattributes'), 'utf8');

  await ran(process.execPath, [program, 'install-git-drivers']);

  expect(await readFile(join(repository, '.gitattributes'), 'utf8')).toBe(before);
  expect(before).toContain('process.json merge=signalbox diff=signalbox\n');
});
