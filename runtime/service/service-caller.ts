import type { Logger } from 'pino';
import type { Pool } from 'pg';
import { Counter } from 'prom-client';
import { textOf } from '#dsl/errors/coded-error.ts';
import type { WakeUps } from '../queue/wake-ups.ts';
import { metrics } from '../telemetry/metrics.ts';
import { planCall } from './call-plan.ts';
import type { CallDeps } from './carry-out-call.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { forgetCall, postponeCall, recordAnswer } from './record-answer.ts';
import { failed, failedForNow, type ServiceOutcome } from './service-outcome.ts';
import { callLeaseMs, renewCalls, type TakenCall, takeCalls } from './take-calls.ts';

/** Calls under way at once, and those to one target: a service that is slow holds its own callers only. */
const maxUnderWay = 100;
const maxOfTarget = 20;
/** Wait before the first retry; it doubles with each. */
const firstRetryMs = 500;
/** Wait after a fault of ours, such as a database that is away. */
const afterFaultMs = 5000;
/** Longest wait for calls under way when the process ends; what is left is taken over by another. */
const stopMs = 5000;

const serviceCalls = new Counter({
  name: 'signalbox_service_calls_total',
  help: 'Calls of web services, databases and external services, by what became of them.',
  labelNames: ['kind', 'outcome'],
  registers: [metrics],
});

/** What a caller of services works with. */
export interface ServiceCallerDeps extends CallDeps {
  readonly pool: Pool;
  readonly wake: WakeUps;
  readonly log: Logger;
}

/** Asks the services that runs wait for, each call apart from the others, and gives the runs their answers. */
export class ServiceCaller {
  readonly #deps: ServiceCallerDeps;
  readonly #breaker = new CircuitBreaker();
  readonly #underWay = new Map<string, { readonly target: string; readonly done: Promise<void> }>();
  readonly #renewal: NodeJS.Timeout;
  #turn: Promise<unknown> = Promise.resolve();
  #isStopping = false;

  constructor(deps: ServiceCallerDeps) {
    this.#deps = deps;
    this.#renewal = setInterval(() => this.#renew(), callLeaseMs / 3);
  }

  /** Takes what is due and begins to ask. */
  call(): Promise<void> {
    // one after the other: two that count free places at once would both fill them
    const taken = this.#turn.then(() => this.#take());
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  /** Waits for calls under way, not for ever. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const ended = Promise.all([...this.#underWay.values()].map(({ done }) => done));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, stopMs);
    });
    await Promise.race([ended, patience]);
    clearTimeout(timer);
    clearInterval(this.#renewal);
  }

  async #take(): Promise<void> {
    while (!this.#isStopping) {
      const free = Math.min(maxOfTarget, maxUnderWay - this.#underWay.size);
      if (free <= 0) return;
      const calls = await takeCalls(this.#deps.pool, free, { ids: [...this.#underWay.keys()], targets: this.#full() });
      for (const call of calls) this.#begin(call);
      if (calls.length < free) return;
    }
  }

  #begin(call: TakenCall): void {
    const target = targetOf(call);
    const done = this.#carryOut(call, target)
      .catch((error: unknown) =>
        this.#deps.log.error({ err: error, kind: call.kind }, 'a service call was interrupted'),
      )
      .finally(() => {
        this.#underWay.delete(call.id);
        // a place is free; what waits for it is looked for now
        this.#callSoon();
      });
    this.#underWay.set(call.id, { target, done });
  }

  async #carryOut(call: TakenCall, target: string): Promise<void> {
    const { pool, wake, log } = this.#deps;
    if (!call.is_wanted) return forgetCall(pool, call);
    let outcome: ServiceOutcome;
    try {
      const plan = await planCall(call, this.#deps);
      outcome = await this.#ask(call, plan, target);
      if ('error' in outcome && outcome.again && call.attempts <= plan.retries) {
        serviceCalls.inc({ kind: call.kind, outcome: 'tried again' });
        return await this.#postpone(call, firstRetryMs * 2 ** (call.attempts - 1));
      }
    } catch (error) {
      log.error(
        { err: error, kind: call.kind, reason: textOf(error) },
        'a service call could not be made; it is tried again',
      );
      return this.#postpone(call, afterFaultMs);
    }
    serviceCalls.inc({ kind: call.kind, outcome: 'error' in outcome ? outcome.error.code : 'answered' });
    if (await recordAnswer(pool, call, outcome)) await wake.run(call.run_id);
  }

  async #ask(call: TakenCall, plan: Awaited<ReturnType<typeof planCall>>, target: string): Promise<ServiceOutcome> {
    if (call.was_lost && !plan.isRepeatable) {
      const message = `${call.target} may have been asked before the process that asked was lost; it is not asked twice.`;
      return failed('service/uncertain', message);
    }
    if (!this.#breaker.mayAsk(target, Date.now())) {
      return failedForNow(
        'service/unavailable',
        `${call.target} failed several times in a row and is left alone for a moment.`,
      );
    }
    const outcome = await plan.ask(this.#deps);
    this.#breaker.record(target, 'error' in outcome && outcome.again, Date.now());
    return outcome;
  }

  async #postpone(call: TakenCall, byMs: number): Promise<void> {
    await postponeCall(this.#deps.pool, call, new Date(Date.now() + byMs));
    setTimeout(() => this.#callSoon(), byMs).unref();
  }

  #callSoon(): void {
    if (!this.#isStopping) void this.call().catch((error: unknown) => this.#warn(error));
  }

  /** Targets with as many calls under way as one may have. */
  #full(): string[] {
    const counts = Map.groupBy(this.#underWay.values(), ({ target }) => target);
    return [...counts].filter(([, calls]) => calls.length >= maxOfTarget).map(([target]) => target);
  }

  #renew(): void {
    if (this.#underWay.size === 0) return;
    renewCalls(this.#deps.pool, [...this.#underWay.keys()]).catch((error: unknown) => this.#warn(error));
  }

  #warn(error: unknown): void {
    this.#deps.log.warn({ err: error }, 'calls of services could not be looked for');
  }
}

function targetOf({ tenant_id: tenantId, target }: TakenCall): string {
  return `${tenantId} ${target}`;
}
