import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalText } from '#dsl/document/canonical-text.ts';
import { aProcessDocument } from '#test/support/a-process.ts';

const program = fileURLToPath(new URL('./dsl.ts', import.meta.url));
let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dsl-'));
});
afterAll(() => rm(directory, { recursive: true }));

function dsl(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: directory }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

function given(name: string, document: unknown): Promise<void> {
  return writeFile(join(directory, name), typeof document === 'string' ? document : canonicalText(document));
}

test('says of a sound document that there are no problems', async () => {
  await given('sound.json', aProcessDocument());

  expect(await dsl('validate', 'sound.json')).toEqual({ code: 0, stdout: 'sound.json: no problems\n', stderr: '' });
});

test('prints each problem with its place in the file and exits with 1', async () => {
  await given('wrong.json', aProcessDocument({ endpoints: { default: { media: 'email', queue: 'Inn' } } }));

  const { code, stdout } = await dsl('validate', 'wrong.json');

  expect(code).toBe(1);
  expect(stdout).toContain(
    'wrong.json:7:16: error: Endpoint "default" leads to queue "Inn", which does not exist; did you mean "In"? (check/unknown-queue)\n',
  );
});

test('prints problems as JSON when asked to', async () => {
  await given('wrong.json', aProcessDocument({ endpoints: { default: { media: 'email', queue: 'Inn' } } }));

  const problems: unknown = JSON.parse((await dsl('validate', '--json', 'wrong.json')).stdout);

  expect(problems).toMatchObject([
    { file: 'wrong.json', code: 'check/unknown-queue', path: ['endpoints', 'default', 'queue'] },
    {},
  ]);
});

test('checks a bundle with what it brings, with places in the bundle', async () => {
  const process = aProcessDocument({ errorQueue: 'Nowhere' });
  await given('bundle.json', JSON.stringify({ format: 1, kind: 'bundle', process }, null, 2));

  const { stdout } = await dsl('validate', 'bundle.json');

  expect(stdout).toMatch(/^bundle\.json:\d+:19: error: There is no queue "Nowhere"/);
});

test('prints the JavaScript of a strategy', async () => {
  await given('sound.json', aProcessDocument());

  const { code, stdout } = await dsl('compile', 'sound.json', 'Main');

  expect(code).toBe(0);
  expect(stdout).toContain('"Main": async (run) => {');
});

test('says what changed between two documents and exits with 1', async () => {
  await given('before.json', aProcessDocument());
  await given('after.json', aProcessDocument({ description: 'New' }));

  expect(await dsl('diff', 'before.json', 'before.json')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await dsl('diff', 'before.json', 'after.json')).toEqual({
    code: 1,
    stdout: 'The process: description is now "New".\n',
    stderr: '',
  });
});

test('merges two versions into the file of ours, and lists what both changed', async () => {
  await given('base.json', aProcessDocument());
  await given('ours.json', aProcessDocument({ description: 'Mine' }));
  await given('theirs.json', aProcessDocument({ errorQueue: 'In' }));
  await given('other.json', aProcessDocument({ description: 'Yours' }));

  expect(await dsl('merge', 'base.json', 'ours.json', 'theirs.json')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await readFile(join(directory, 'ours.json'), 'utf8')).toBe(
    canonicalText(aProcessDocument({ description: 'Mine', errorQueue: 'In' })),
  );
  const { code, stdout, stderr } = await dsl('merge', '--print', '--json', 'base.json', 'ours.json', 'other.json');
  expect(code).toBe(1);
  expect(stdout).toContain(
    '<<<<<<< ours\n  "description": "Mine",\n=======\n  "description": "Yours",\n>>>>>>> theirs',
  );
  expect(JSON.parse(stderr)).toMatchObject([{ path: ['description'], ours: 'Mine', theirs: 'Yours' }]);
});

test('rewrites a document as canonical text', async () => {
  await given('loose.json', JSON.stringify(aProcessDocument()));

  await dsl('format', 'loose.json');

  expect(await readFile(join(directory, 'loose.json'), 'utf8')).toBe(canonicalText(aProcessDocument()));
});

test.each([
  [['validate', 'missing.json'], 'missing.json cannot be read: ENOENT'],
  [['validat', 'a.json'], 'There is no command "validat"; did you mean "validate"?'],
  [['diff', 'a.json'], '"diff" needs the names of files.'],
  [['validate', '--jsn'], "Unknown option '--jsn'"],
])('exits with 2 and says why when it cannot carry out %j', async (args, reason) => {
  const { code, stderr } = await dsl(...args);

  expect(code).toBe(2);
  expect(stderr).toContain(reason);
});
