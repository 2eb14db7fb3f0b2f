import { afterEach, expect, test } from 'vitest';
import { anInput, oneBlockSource } from '#test/support/one-block-source.ts';
import { SandboxPool } from './sandbox-pool.ts';

const source = oneBlockSource('await calls.wait({}); data.done = true;');
const pools: SandboxPool[] = [];

function aPool(options: ConstructorParameters<typeof SandboxPool>[0] = {}): SandboxPool {
  const pool = new SandboxPool(options);
  pools.push(pool);
  return pool;
}

afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});

test('opens one sandbox for each strategy of each version, also when many want it at once', async () => {
  const pool = aPool();
  const get = (version: string, strategy: string) => pool.get({ version, strategy, source });

  const [one, same, otherVersion, otherStrategy] = await Promise.all([
    get('1', 'S'),
    get('1', 'S'),
    get('2', 'S'),
    get('1', 'T'),
  ]);

  expect(same).toBe(one);
  expect(new Set([one, otherVersion, otherStrategy]).size).toBe(3);
});

test('lets go of the least recently wanted, whose runs go on all the same', async () => {
  const pool = aPool({ maxOpen: 2 });
  const first = await pool.get({ version: '1', strategy: 'S', source });
  await first.start(anInput('r'), []);

  await pool.get({ version: '2', strategy: 'S', source });
  await pool.get({ version: '3', strategy: 'S', source });
  const turn = await first.answer('r', [{ seq: 0, at: 0 }]);

  expect(pool.size).toBe(2);
  expect(turn).toMatchObject({ state: 'ended', data: { done: true } });
  expect(await pool.get({ version: '1', strategy: 'S', source })).not.toBe(first);
});

test('forgets a sandbox that could not be opened', async () => {
  const pool = aPool();

  await expect(pool.get({ version: '1', strategy: 'S', source: '({' })).rejects.toMatchObject({
    code: 'sandbox/source-invalid',
  });

  expect(pool.size).toBe(0);
});
