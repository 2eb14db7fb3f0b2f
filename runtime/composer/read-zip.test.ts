import { expect, test } from 'vitest';
import { hasCode } from '#dsl/errors/coded-error.ts';
import { aZip } from '#test/support/a-zip.ts';
import { collectFiles } from './collect-files.ts';
import { apiLimits } from './limits.ts';
import { isZip, readZip } from './read-zip.ts';

const limits = { ...apiLimits, fileBytes: 10_000, allBytes: 15_000 };

async function read(zip: Buffer) {
  const collection = collectFiles('The zip', limits);
  await readZip(zip, collection);
  return collection.files;
}

test('takes diagrams out of a zip, by whatever path, and leaves the rest', async () => {
  const zip = aZip([
    ['project/Workflows/Main.workflow', '<a/>'],
    ['project\\Interaction Processes\\Büro.ixnprocess', '<b/>'],
    ['project/Resources/Prompts/hello.vox', 'noise'],
  ]);

  expect(isZip(zip)).toBe(true);
  expect(await read(zip)).toEqual([
    { path: 'project/Workflows/Main.workflow', text: '<a/>' },
    { path: 'project/Interaction Processes/Büro.ixnprocess', text: '<b/>' },
  ]);
});

test('a name that leads out of the folder is only a name', async () => {
  const files = await read(
    aZip([
      ['../../etc/Evil.workflow', '<a/>'],
      ['/abs/B.workflow', '<b/>'],
      ['C:\\x\\..\\D.workflow', '<d/>'],
    ]),
  );

  expect(files.map(({ path }) => path)).toEqual(['etc/Evil.workflow', 'abs/B.workflow', 'C:/x/D.workflow']);
});

test('what unpacks to more than is read is told of and not unpacked to its end, whatever its size claims', async () => {
  const bomb = Buffer.alloc(5_000_000, ' ');
  const files = await read(
    aZip([
      ['bomb.workflow', bomb],
      ['liar.workflow', bomb, { claimsSize: 10 }],
      ['sound.workflow', '<a/>'],
    ]),
  );

  expect(files.map(({ path, problem }) => [path, problem === undefined])).toEqual([
    ['bomb.workflow', false],
    ['liar.workflow', false],
    ['sound.workflow', true],
  ]);
});

test('many files that are too large together are told of one by one', async () => {
  const files = await read(aZip([1, 2, 3].map((number) => [`${number}.workflow`, 'x'.repeat(7000)] as const)));

  expect(files.map(({ problem }) => problem === undefined)).toEqual([true, true, false]);
});

test('an encrypted entry is told of, and the others are read', async () => {
  const files = await read(
    aZip([
      ['secret.workflow', '<a/>', { flags: 0x801 }],
      ['open.workflow', '<b/>'],
    ]),
  );

  expect(files[0]).toMatchObject({ path: 'secret.workflow', problem: expect.stringMatching(/encrypted/) });
  expect(files[1]?.text).toBe('<b/>');
});

test('a zip of nothing but zips is read inside them, and one of them that is damaged is told of', async () => {
  const inner = aZip([['Workflows/Main.workflow', '<a/>']]);
  const deep = aZip([['a.zip', aZip([['b.zip', aZip([['c.zip', inner]])]])]]);

  expect(
    await read(
      aZip([
        ['Care.zip', inner],
        ['Torn.zip', 'PK'],
      ]),
    ),
  ).toMatchObject([
    { path: 'Care/Workflows/Main.workflow', text: '<a/>' },
    { path: 'Torn.zip', problem: expect.any(String) },
  ]);
  expect(await read(deep)).toMatchObject([{ problem: expect.stringContaining('too deep') }]);
  // beside a project, a zip is an old copy of it
  expect(
    await read(
      aZip([
        ['Main.workflow', '<b/>'],
        ['old.zip', inner],
      ]),
    ),
  ).toMatchObject([{ text: '<b/>' }]);
});

test('of a zip that is damaged half way, what comes before is kept', async () => {
  const zip = aZip([
    ['one.workflow', '<a/>'],
    ['two.workflow', '<b/>'],
  ]);
  // the second entry of the directory at the end loses its signature
  zip.writeUInt32LE(0, zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])));

  expect(await read(zip)).toMatchObject([{ path: 'one.workflow', text: '<a/>' }, { problem: expect.any(String) }]);
});

test('what is no zip at all is refused with its reason', async () => {
  const refused = await read(Buffer.from('PK\u0003\u0004 but then nothing')).catch((error: unknown) => error);

  expect(hasCode(refused, 'document/unreadable')).toBe(true);
});
