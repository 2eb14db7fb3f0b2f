import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

const program = fileURLToPath(new URL('./mail.ts', import.meta.url));
let root = '';
let folder = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mail-'));
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'box-'));
});
afterAll(() => rm(root, { recursive: true }));

async function given(name: string, ...lines: string[]): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), lines.join('\n'));
}

function mail(...args: string[]): Promise<{ code: number; lines: string[]; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: root }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code, lines: stdout.trimEnd().split('\n'), stderr });
    });
  });
}

const bounce = [
  'From: mailer-daemon@example.com',
  'Subject: failure notice',
  '',
  '<ada@example.com>: no such user',
  '',
];

test('says what would become of each mail, and counts them in the last line', async () => {
  await given('a.eml', 'From: ada@example.com', 'Subject: Hello', 'Message-ID: <1@example.com>', '', 'Hi', '> quoted');
  await given('b/bounce', ...bounce);
  await given('b/away.txt', 'From: ada@example.com', 'Auto-Submitted: auto-replied', '', 'I am away.');
  await given('c.eml');

  const { code, lines } = await mail('check', folder);

  expect(code).toBe(0);
  expect(lines.slice(0, -1)).toEqual([
    `${join(folder, 'a.eml')}: InboundNew, from ada@example.com, "Hello", 2 of 11 characters`,
    `${join(folder, 'b/away.txt')}: InboundNew, auto-submitted, from ada@example.com, "", 10 of 10 characters`,
    `${join(folder, 'b/bounce')}: InboundNDR, non-delivery for ada@example.com 5.1.1, from mailer-daemon@example.com, "failure notice", 31 of 31 characters`,
    `${join(folder, 'c.eml')}: BAD: neither header nor body`,
  ]);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
    files: 4,
    skipped: 0,
    mails: 4,
    parsed: 3,
    bad: 1,
    crashed: 0,
    bounces: 1,
    reports: 0,
    autoReplies: 1,
    automatic: { none: 1, report: 1, 'auto-submitted': 1 },
    withReplyText: 3,
    withoutQuotes: 1,
    withoutMessageId: 2,
  });
});

test('passes over hidden files, other kinds of files and files without the header of a mail', async () => {
  await given('.gitattributes', '* text');
  await given('.hidden/a.eml', 'From: ada@example.com', '', 'Hi');
  await given('picture.png', 'From: ada@example.com', '', 'Hi');
  await given('Makefile', 'all:', '\techo');

  const { lines } = await mail('check', folder);

  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ files: 0, skipped: 4, mails: 0 });
});

test('counts each mail of an mbox file', async () => {
  const from = 'From ada@example.com Tue Jul  1 10:52:37 2025';
  await given(
    'box',
    from,
    ...bounce,
    '',
    from,
    'From: b@example.com',
    '',
    'From here on',
    '',
    'From me',
    '',
    from,
    ...bounce,
  );

  const { lines } = await mail('check', folder);

  expect(lines[1]).toContain('box#2: InboundNew, from b@example.com');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ files: 1, mails: 3, parsed: 3, bounces: 2 });
});

test('prints JSON when asked to', async () => {
  await given('bounce.eml', ...bounce);

  const { lines } = await mail('check', folder, '--json');

  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    kind: 'checked',
    file: join(folder, 'bounce.eml'),
    subtype: 'InboundNDR',
    report: { kind: 'non-delivery', recipient: 'ada@example.com' },
    noAnswer: 'The mail is a report of a mail system.',
  });
});

test.each([
  [['check', 'no-such-folder'], 'ENOENT'],
  [['check'], '"check" needs the name of one directory.'],
  [['chek', '.'], 'There is no command "chek".'],
])('exits with 2 and says why when it cannot carry out %j', async (args, reason) => {
  const { code, stderr } = await mail(...args);

  expect(code).toBe(2);
  expect(stderr).toContain(reason);
});
