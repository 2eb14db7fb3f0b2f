import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('./classify.ts', import.meta.url));
let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'classify-'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function classify(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: directory }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const lastLine = (text: string): unknown => JSON.parse(text.trimEnd().split('\n').at(-1) ?? '');

test('learns from a file, and tells how well it does on another', async () => {
  const lines = ['card', 'loan', 'password', 'app'].flatMap((word) =>
    Array.from({ length: 4 }, (_, index) => `"what about my ${word}, please ${index}",${word}`),
  );
  await writeFile(join(directory, 'train.csv'), `text,category\n${lines.join('\n')}\n`);
  await writeFile(join(directory, 'test.csv'), 'text,category\nmy card is lost,card\na loan,loan\nmy password,card\n');

  const trained = await classify('train', 'train.csv', '--model', 'models/first', '--json');
  const evaluated = await classify('evaluate', 'models/first', 'test.csv', '--json');

  expect(trained.code, trained.stderr).toBe(0);
  expect(lastLine(trained.stdout)).toMatchObject({ examples: 16, categories: 4 });
  expect(evaluated.code, evaluated.stderr).toBe(0);
  expect(lastLine(evaluated.stdout)).toMatchObject({
    accuracy: 0.6667,
    // card and password are each right once in two, loan always
    macroF1: expect.closeTo((2 / 3 + 1 + 0) / 3, 3),
    trainSeconds: expect.any(Number),
    textsPerSecond: expect.any(Number),
    calibrationError: expect.any(Number),
    texts: 3,
  });
});

test('says in which line a file is wrong', async () => {
  await writeFile(join(directory, 'wrong.csv'), 'text,category\nfine,a\nHello, there,b\n');

  const { code, stderr } = await classify('train', 'wrong.csv', '--model', 'never');

  expect(code).toBe(2);
  expect(stderr).toContain('wrong.csv');
  expect(stderr).toContain('line 3');
});

test('says why texts cannot be learned from', async () => {
  await writeFile(join(directory, 'one.csv'), 'text,category\nfine,a\nalso fine,a\n');

  const { code, stderr } = await classify('train', 'one.csv', '--model', 'never');

  expect(code).toBe(1);
  expect(stderr).toContain('at least two');
});

test.each([
  [['evaluate', 'nowhere', 'train.csv'], 'nowhere cannot be read'],
  [['train', 'train.csv'], '--model'],
  [['evaluate', 'models/first'], 'needs the names'],
  [['guess'], 'There is no command "guess"'],
])('refuses %j with the reason', async (args, reason) => {
  const { code, stderr } = await classify(...args);

  expect(code).toBe(2);
  expect(stderr).toContain(reason);
});
