import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalText } from '#dsl/document/canonical-text.ts';
import { aProcessDocument } from '#test/support/a-process.ts';

const program = fileURLToPath(new URL('../dsl.ts', import.meta.url));
let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dsl-test-'));
});
afterAll(() => rm(directory, { recursive: true }));

function dslTest(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, 'test', ...args], { cwd: directory }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

async function given(name: string, code: string): Promise<void> {
  const blocks = {
    entry: { type: 'entry', ports: { next: 'script' } },
    script: { type: 'script', config: { code }, ports: { next: 'stop', error: 'aside' } },
    stop: { type: 'stop-interaction' },
    aside: { type: 'queue-interaction', config: { queue: 'ErrorHeld' } },
  };
  const tests = { stops: { expect: { stopped: true } } };
  await writeFile(join(directory, name), canonicalText(aProcessDocument({ strategies: { Main: { blocks, tests } } })));
}

test('prints each test, what no test takes, and how much is taken', async () => {
  await given('sound.json', "log('Hello');");

  expect(await dslTest('sound.json')).toEqual({
    code: 0,
    stdout: [
      'sound.json',
      '  ✓ Main: stops',
      '  - Main: no test takes "aside", "script" by error',
      '  1 of 1 tests passed; 3 of 4 blocks and 2 of 3 ports taken',
      '',
    ].join('\n'),
    stderr: '',
  });
});

test('exits with 1 and says what differed, in text and as JSON', async () => {
  await given('wrong.json', "throw new Error('no');");
  const { code, stdout } = await dslTest('wrong.json');
  const json = await dslTest('--json', 'wrong.json');

  expect(code).toBe(1);
  expect(stdout).toContain('  ✗ Main: stops\n      Stopped: expected true, found false.\n');
  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject([
    {
      file: 'wrong.json',
      passed: 0,
      failed: 1,
      tests: [{ strategy: 'Main', title: 'stops', passed: false, differences: [{ field: 'stopped', found: false }] }],
      coverage: { blocks: { covered: 3, all: 4 } },
    },
  ]);
});

test('a strategy that would never end fails its test, and nothing reaches outside the isolate', async () => {
  await given('endless.json', 'for (;;) {}');
  await given('curious.json', 'log(process.env.PATH);');

  expect((await dslTest('endless.json')).stdout).toContain('The strategy failed: ');
  expect((await dslTest('curious.json')).stdout).toContain('✗ Main: stops');
});
