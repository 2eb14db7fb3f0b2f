import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { parityReportSchema } from '#dsl/protocol/composer.ts';
import { aZip } from '#test/support/a-zip.ts';
import { aDiagram, aWorkflow } from '#test/support/composer-project.ts';
import { temporaryDirectory } from '#test/support/temporary-directory.ts';

const program = fileURLToPath(new URL('./dsl.ts', import.meta.url));
const workflow = aWorkflow(
  [
    { id: 'play', type: 'ird:PlayMessageBlock', name: 'Hello' },
    { id: 'exit', type: 'ird:ExitBlock', name: 'Exit1' },
  ],
  [['play', 'exit']],
);
const process_ = aDiagram('ipd:IpdDiagram', [
  { id: 'w', type: 'ipd:WorkflowBlock', name: 'Main', settings: { resource: '/Workflows/Main.workflow' } },
]);

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
beforeAll(async () => {
  directory = await temporaryDirectory();
});
afterAll(() => directory.remove());

/** A folder of this test's own. */
function freshFolder(): Promise<string> {
  return mkdtemp(join(directory.path, 'project-'));
}

function dsl(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

async function aProject(): Promise<string> {
  const folder = join(await freshFolder(), 'Support');
  await mkdir(join(folder, 'Workflows'), { recursive: true });
  await writeFile(join(folder, 'Workflows', 'Main.workflow'), workflow);
  await writeFile(join(folder, 'default.ixnprocess'), process_);
  return folder;
}

const count = { files: 2, blocks: 4, exact: 3, near: 0, placeholder: 1, lost: 0 };

test('turns a folder into a bundle that checks clean, and ends with the count', async () => {
  const folder = await aProject();
  // a link in a ring must not be walked for ever
  await symlink(folder, join(folder, 'again'));
  const out = join(folder, 'out.json');

  const { code, stdout } = await dsl('import-composer', folder, '--out', out, '--json');

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(count);
  expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ kind: 'bundle', process: { name: 'Support' } });
  expect((await dsl('validate', out)).code).toBe(0);
});

test('says block by block what became of it, and writes the report', async () => {
  const folder = await aProject();
  const report = join(folder, 'report.json');

  const { stdout } = await dsl('import-composer', folder, '--report', report);

  expect(stdout).toContain(
    'placeholder: Hello (ird:PlayMessageBlock) in Workflows/Main.workflow\n  It is about the voice of a call',
  );
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual(count);
  expect(parityReportSchema.parse(JSON.parse(await readFile(report, 'utf8'))).items).toHaveLength(4);
});

test('reads a zip, a single diagram and an empty folder', async () => {
  const folder = await freshFolder();
  const zip = join(folder, 'Support.zip');
  await writeFile(
    zip,
    aZip([
      ['Support/Workflows/Main.workflow', workflow],
      ['Support/default.ixnprocess', process_],
    ]),
  );
  const single = join(folder, 'Main.workflow');
  await writeFile(single, workflow);
  const empty = join(folder, 'empty');
  await mkdir(empty);
  const lastLine = z.object({ blocks: z.int(), lost: z.int() });
  const blocksOf = async (path: string) =>
    lastLine.parse(JSON.parse((await dsl('import-composer', path, '--json')).stdout));

  expect(await blocksOf(zip)).toEqual({ blocks: 4, lost: 0 });
  expect(await blocksOf(single)).toEqual({ blocks: 3, lost: 0 });
  expect(await blocksOf(empty)).toEqual({ blocks: 0, lost: 0 });
});

test('exits with 2 for what is not there or no project', async () => {
  const folder = await freshFolder();
  await writeFile(join(folder, 'note.txt'), 'Hello');

  expect(await dsl('import-composer', join(folder, 'missing'))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('ENOENT'),
  });
  expect(await dsl('import-composer', join(folder, 'note.txt'))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no folder, no zip'),
  });
});
