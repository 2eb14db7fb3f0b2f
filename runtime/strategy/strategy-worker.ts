import type { Logger } from 'pino';
import { CodedError, classOf, textOf } from '#dsl/errors/coded-error.ts';
import type { ActiveProcesses } from '../interaction/active-processes.ts';
import type { WakeUps } from '../queue/wake-ups.ts';
import type { HostCallServices } from './execute/carry-out.ts';
import { isAboutData } from '../store/is-about-data.ts';
import { isAway } from '../store/is-away.ts';
import { commitRuns } from './execute/commit-runs.ts';
import { driveRuns, fail, type RunSandbox } from './execute/drive-runs.ts';
import type { LiveRun } from './execute/live-run.ts';
import { releaseRuns, renewRuns } from './execute/run-leases.ts';
import { settleRun } from './execute/settle-runs.ts';
import { takeDueRuns, takeLostRun } from './execute/take-due-runs.ts';
import { leaseMs, takeInteractions } from './execute/take-interactions.ts';

/** Interactions whose steps share a transaction: beyond it a single one waits longer than it gains. */
const batch = 100;

/** A run that took this many workers down is held: a strategy that takes its process down would do so for ever. */
const maxLosses = 2;

/** What a worker works with. */
export interface StrategyWorkerDeps extends HostCallServices {
  readonly wake: WakeUps;
  readonly active: ActiveProcesses;
  readonly log: Logger;
  /** The sandbox that holds a strategy of a process version. */
  sandboxOf(run: LiveRun): Promise<RunSandbox>;
}

/** Executes strategies: for what queues' submitters take, and for runs that can go on. Any number of workers may do so at once. */
export class StrategyWorker {
  readonly #deps: StrategyWorkerDeps;
  readonly #live = new Set<LiveRun>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor(deps: StrategyWorkerDeps) {
    this.#deps = deps;
    this.#heartbeat = setInterval(() => this.#renew(), leaseMs / 3);
  }

  /**
   * Takes a batch from each submitter of the queue. Answers true when more may wait: one took a whole batch, or segments kept it from that.
   */
  async takeFromQueue(tenantId: string, queue: string): Promise<boolean> {
    let more = false;
    for (const submitter of this.#deps.active.submitters(tenantId, queue)) {
      const runs = await takeInteractions(this.#deps.pool, submitter, batch);
      await this.#execute(runs);
      more ||= runs.length === batch || (submitter.view.segmentation !== undefined && runs.length > 0);
    }
    return more;
  }

  /** Takes up runs that were answered or whose time has come. Answers true when there may be more. */
  async resumeRuns(): Promise<boolean> {
    const runs = await takeDueRuns(this.#deps.pool, this.#deps.active, batch);
    await this.#execute(runs);
    return runs.length === batch;
  }

  /** Takes up one run whose worker was lost, by itself. Answers true when there may be more. */
  async resumeLost(): Promise<boolean> {
    const runs = await takeLostRun(this.#deps.pool, this.#deps.active);
    await this.#execute(runs);
    return runs.length > 0;
  }

  /** Lets go; what is under way must have ended. */
  stop(): void {
    clearInterval(this.#heartbeat);
  }

  async #execute(runs: readonly LiveRun[]): Promise<void> {
    if (runs.length === 0) return;
    for (const run of runs) this.#live.add(run);
    try {
      const lost = runs.filter((run) => run.losses >= maxLosses);
      for (const run of lost) failLost(run);
      const groups = Map.groupBy(
        runs.filter((run) => run.losses < maxLosses),
        (run) => `${run.process.versionId}/${run.strategy}`,
      );
      const done = await Promise.all([...groups.values()].map((group) => this.#drive(group)));
      const settled = [...lost, ...done.flat()];
      for (const run of settled) settleRun(run);
      await this.#commit(settled);
    } finally {
      for (const run of runs) this.#live.delete(run);
    }
  }

  /** What cannot be stored holds the run that made it, with the reason, and none of those it shares a transaction with. */
  async #commit(runs: readonly LiveRun[]): Promise<void> {
    const [first] = runs;
    try {
      await this.#commitOrRelease(runs);
    } catch (error) {
      if (first === undefined || !isAboutData(error)) throw error;
      if (runs.length > 1) {
        for (const run of runs) await this.#commit([run]);
        return;
      }
      failNotStorable(first, error);
      await this.#commitOrRelease([first]);
    }
  }

  /** A database that is away is nothing that the runs did: they are given back. */
  async #commitOrRelease(runs: readonly LiveRun[]): Promise<void> {
    try {
      await commitRuns(this.#deps, runs);
    } catch (error) {
      if (!isAway(error)) throw error;
      await this.#release(runs, error);
    }
  }

  /** Runs that came through; those a fault of ours stopped (the database was away) are released to be tried again. */
  async #drive(group: readonly LiveRun[]): Promise<readonly LiveRun[]> {
    const { pool, sandboxOf, knowledge, guard, active } = this.#deps;
    const [first] = group;
    if (first === undefined) return [];
    try {
      await driveRuns(await sandboxOf(first), group, { pool, knowledge, guard, active });
      return group;
    } catch (error) {
      if (classOf(error) === 'author') {
        for (const run of group) fail(run, { error: { code: codeOf(error), message: textOf(error) } });
        return group;
      }
      await this.#release(group, error);
      return [];
    }
  }

  /** Gives runs back that a fault of ours stopped: they are tried again, and it does not count against them. */
  async #release(runs: readonly LiveRun[], error: unknown): Promise<void> {
    const { log, pool } = this.#deps;
    log.error(
      { err: error, strategy: runs[0]?.strategy, runs: runs.length },
      'runs were interrupted; they are tried again',
    );
    await releaseRuns(pool, runs).catch((cause: unknown) =>
      log.error({ err: cause }, 'interrupted runs could not be released; their lease ends by itself'),
    );
  }

  #renew(): void {
    if (this.#live.size === 0) return;
    renewRuns(this.#deps.pool, [...this.#live]).catch((error: unknown) =>
      this.#deps.log.warn({ err: error, reason: textOf(error) }, 'leases of runs could not be renewed'),
    );
  }
}

function codeOf(error: unknown): string {
  return error instanceof CodedError ? error.code : 'run/unhandled';
}

function failLost(run: LiveRun): void {
  const message = `Strategy "${run.strategy}" took its worker process down ${run.losses} times and is not tried again.`;
  fail(run, { error: { code: 'run/worker-lost', message } });
}

function failNotStorable(run: LiveRun, error: unknown): void {
  const { code, message } = new CodedError('run/not-storable', { strategy: run.strategy, reason: textOf(error) });
  run.changes.takeBack();
  fail(run, { error: { code, message } });
  settleRun(run);
}
