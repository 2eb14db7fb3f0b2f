import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('../dsl.ts', import.meta.url));
const sample = fileURLToPath(new URL('../../../samples/abc-simple-bp/process.json', import.meta.url));

function analyse(...args: string[]): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, 'analyse', ...args], (error, stdout) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout });
    });
  });
}

test('prints what is worth knowing with its place in the file, or as JSON', async () => {
  const { code, stdout } = await analyse(sample);
  const json: unknown = JSON.parse((await analyse('--json', sample)).stdout);

  expect(code).toBe(0);
  expect(stdout).toMatch(/process\.json:\d+:\d+: information: Strategy "Send ABC" takes at most 3 blocks/);
  expect(json).toContainEqual(
    expect.objectContaining({ file: sample, code: 'analysis/worst-case', strategy: 'Send ABC' }),
  );
});
