import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepProcess, type KeepOptions, type KeptProcess } from '#runtime/roles/kept-process.ts';

type Death = Parameters<KeepOptions['onDeath']>[0];

describe('keepProcess', () => {
  let kept: KeptProcess | undefined;
  let pids: number[] = [];
  beforeEach(() => {
    pids = [];
  });
  afterEach(() => kept?.stop());

  function keep(behaviour: string, onDeath: (death: Death) => void = () => undefined): KeptProcess {
    kept = keepProcess({
      script: new URL('../support/kept-child.ts', import.meta.url),
      env: { KEPT_CHILD: behaviour },
      execArgv: [],
      onMessage: () => undefined,
      onReady: (pid) => pids.push(pid ?? 0),
      onDeath,
    });
    return kept;
  }

  it('is ready once the process says so, and ends it when stopped', async () => {
    const worker = keep('works');
    await worker.ready;
    const { pid } = worker;

    await worker.stop();

    expect(worker.pid).toBeUndefined();
    expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH');
  });

  it('starts a killed process again, sooner than a second', async () => {
    const died = Promise.withResolvers<Death>();
    const worker = keep('works', died.resolve);
    await worker.ready;
    const { pid } = worker;
    process.kill(pid ?? 0, 'SIGKILL');

    const death = await died.promise;

    expect(death).toMatchObject({ signal: 'SIGKILL', pid });
    expect(death.againInMs).toBeLessThanOrEqual(1000);
    await expect.poll(() => pids.length, { timeout: 5000 }).toBe(2);
    expect(pids[1]).not.toBe(pid);
  });

  it('tells why the first start failed, and tries on with growing waits', async () => {
    const waits: number[] = [];
    const third = Promise.withResolvers<void>();
    const worker = keep('fails', ({ againInMs }) => {
      waits.push(againInMs);
      if (waits.length === 3) third.resolve();
    });

    await expect(worker.ready).rejects.toThrow('the reason');
    await third.promise;

    expect(waits).toEqual([50, 100, 200]);
  });

  it('cannot be told anything between two lives', async () => {
    const worker = keep('works');
    await worker.ready;
    await worker.stop();

    expect(worker.tell({ kind: 'stop' })).toBe(false);
  });
});
