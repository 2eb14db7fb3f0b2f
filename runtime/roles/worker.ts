import { ActiveProcesses } from '../interaction/active-processes.ts';
import { Knowledge } from '../knowledge/knowledge.ts';
import { listenForWakeUps } from '../queue/bullmq/wake-ups-on-bullmq.ts';
import { subscribe } from '../store/signal.ts';
import { AnswerGuard } from '../strategy/answer-guard.ts';
import { CompiledStrategies } from '../strategy/compiled-strategies.ts';
import { SandboxPool } from '../strategy/sandbox/sandbox-pool.ts';
import { StrategyWorker } from '../strategy/strategy-worker.ts';
import { DueTimes } from '../strategy/due-times.ts';
import { overdueQueues } from '../strategy/sweep.ts';
import { repeat } from './repeat.ts';
import type { Role } from './role.ts';

/** Lost wake-ups, lost workers and due timers are found this often. */
const sweepMs = 1000;
/** Activations are told by a signal; one that was lost is noticed this often. */
const refreshMs = 30_000;

/** Executes strategies, in a process of its own. */
export const workerRole: Role = {
  name: 'worker',
  async start({ pool, settings, databaseUrl, wakeUps, log }) {
    const active = new ActiveProcesses(pool);
    await active.refresh();
    const knowledge = new Knowledge(pool);
    const guard = new AnswerGuard(pool);
    const compiled = new CompiledStrategies();
    const sandboxes = new SandboxPool();
    const worker = new StrategyWorker({
      pool,
      wake: wakeUps,
      active,
      log,
      knowledge,
      guard,
      sandboxOf: ({ process, strategy }) =>
        sandboxes.get({ version: process.versionId, strategy, source: compiled.sourceOf(process, strategy) }),
    });
    const sweep = repeat(
      sweepMs,
      async () => {
        for (const { tenantId, queue } of await overdueQueues(pool, active))
          while (await worker.takeFromQueue(tenantId, queue));
        while (await worker.resumeRuns());
        while (await worker.resumeLost());
      },
      (error) => log.warn({ err: error }, 'the sweep for lost work failed; it is repeated'),
    );
    const dueTimes = new DueTimes({
      pool,
      active,
      wake: wakeUps,
      onError: (error) => log.warn({ err: error }, 'what falls due next could not be read; the sweep takes over'),
    });
    const refresh = repeat(
      refreshMs,
      async () => {
        await active.refresh();
        dueTimes.look();
      },
      (error) => log.error({ err: error }, 'active processes could not be read'),
    );
    const takeFromAll = async (): Promise<void> => {
      await active.refresh();
      dueTimes.look();
      await Promise.all(active.queuesTakenFrom.map(({ tenantId, queue }) => wakeUps.queue(tenantId, queue)));
    };
    const onActivation = (): void => {
      takeFromAll().catch((error: unknown) => log.error({ err: error }, 'an activation could not be followed'));
    };
    const signals = await subscribe(
      pool,
      (signal) => {
        if (signal.kind === 'activation') onActivation();
        if (signal.kind === 'scheduled') dueTimes.look();
        if (signal.kind === 'knowledge') knowledge.forget();
        if (signal.kind === 'mailboxes') guard.forget();
      },
      onActivation,
    );
    const listening = listenForWakeUps(
      { redisUrl: settings.redisUrl, databaseUrl },
      { queue: (tenantId, queue) => worker.takeFromQueue(tenantId, queue), runs: () => worker.resumeRuns() },
      log,
    );
    return {
      async stop() {
        await Promise.all([sweep.stop(), refresh.stop(), signals.stop(), listening.close()]);
        await dueTimes.stop();
        worker.stop();
        sandboxes.dispose();
      },
    };
  },
};
