import type { Pool } from 'pg';
import { type Signal, subscribe } from '../store/signal.ts';
import { type KeptFloor, keepFloor } from './keep-floor.ts';
import { returnTransfers } from './return-transfers.ts';
import { revokeMissed } from './revoke-missed.ts';
import { routeWaiting } from './route-waiting.ts';
import { tenantLocks } from './tenant-locks.ts';
import { type TimeLimitDeps, timeOutRequests } from './time-out-requests.ts';
import { takeTurns } from './turns.ts';
import { widenRequests } from './widen-requests.ts';

/** Something to look after each second, for the tenants this router is active for. */
type SweepTask = (tenantIds: readonly string[], now: Date) => Promise<unknown>;

/** What a router needs. It keeps two connections of the pool: one holds its locks, one hears signals. */
export interface RouterDeps extends TimeLimitDeps {
  readonly log: RouterLog;
  readonly now?: () => Date;
  /** How long an agent has to accept; 30 s unless given. */
  readonly invitationMs?: number;
  /** Beside the time limits of routing. */
  readonly sweeps?: readonly SweepTask[];
}

/** The part of a log that a router uses. */
interface RouterLog {
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
}

/** A router at work. */
export interface Router {
  /** Tenants it is active for now; for others it stands by. */
  readonly owned: ReadonlySet<string>;
  /** Finishes what is under way and gives its tenants to a standby. */
  stop(): Promise<void>;
}

/** The field's delivering-timeout. */
const defaultInvitationMs = 30_000;
/** What signals did not bring is found a second later: also when an agent's cool-down is over, which nobody signals. */
const sweepMs = 1000;

/**
 * Finds agents for what waits in Route Interaction, and keeps the time limits. Per tenant one router is active, the others
 * stand by. Acts on signals at once, many of them together, and looks by itself each second.
 */
export async function startRouter(deps: RouterDeps): Promise<Router> {
  const { pool, log, now = () => new Date(), invitationMs = defaultInvitationMs } = deps;
  const locks = tenantLocks(pool);
  const floors = new Map<string, KeptFloor>();
  const turns = takeTurns(async (tenantId) => {
    // what a standby knew would be old when it takes over
    if (!locks.owned.has(tenantId)) return void floors.delete(tenantId);
    try {
      const floor = floors.get(tenantId) ?? keepFloor(pool, tenantId);
      floors.set(tenantId, floor);
      await routeWaiting(pool, { tenantId, invitationMs, now: now() }, floor);
    } catch (error) {
      log.warn({ err: error, tenantId }, 'routing failed and is tried again');
    }
  });
  const askAll = (): void => locks.owned.forEach(turns.ask);
  const sweep = startSweep(pool, deps, { locks, floors, now, askAll });
  const hear = (signal: Signal): void => {
    if (signal.kind !== 'routing' && signal.kind !== 'agent') return;
    note(floors.get(signal.tenantId), signal);
    turns.ask(signal.tenantId);
  };
  const subscription = await subscribe(pool, hear, () => {
    for (const floor of floors.values()) floor.changedAll();
    askAll();
  });
  await sweep.first;
  return {
    owned: locks.owned,
    async stop() {
      await subscription.stop();
      await sweep.stop();
      await turns.stop();
      locks.release();
    },
  };
}

/** What a floor learns from a signal. */
function note(floor: KeptFloor | undefined, signal: Extract<Signal, { kind: 'routing' | 'agent' }>): void {
  if (signal.kind === 'agent') floor?.changed(signal.agentId);
  else if (signal.groups === true) floor?.changedAll();
}

interface SweepParts {
  readonly locks: ReturnType<typeof tenantLocks>;
  readonly floors: ReadonlyMap<string, KeptFloor>;
  readonly now: () => Date;
  readonly askAll: () => void;
}

/** Each second: locks, time limits, and a look at everything. */
function startSweep(pool: Pool, deps: RouterDeps, { locks, floors, now, askAll }: SweepParts) {
  const tasks: SweepTask[] = [
    (tenantIds, at) => timeOutRequests(deps, tenantIds, at),
    (tenantIds, at) => returnTransfers(deps, tenantIds, at),
    (tenantIds, at) => revokeMissed(deps, tenantIds, at),
    (tenantIds, at) => widenRequests(pool, tenantIds, at),
    (_tenantIds, at) => pool.query('delete from declines where until <= $1', [at]),
    ...(deps.sweeps ?? []),
  ];
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const once = async (): Promise<void> => {
    try {
      const gained = await locks.refresh();
      if (gained.length > 0) deps.log.info({ tenants: gained.length }, 'this router is now the active one');
      const tenantIds = [...locks.owned];
      for (const task of tenantIds.length === 0 ? [] : tasks) await task(tenantIds, now());
      for (const floor of floors.values()) await floor.goRound();
      askAll();
    } catch (error) {
      deps.log.warn({ err: error }, 'the router could not look at what waits and tries again');
    }
  };
  let running = Promise.resolve();
  const repeat = (): Promise<void> => {
    running = once().then(() => {
      if (!isStopped) timer = setTimeout(repeat, sweepMs);
    });
    return running;
  };
  return {
    first: repeat(),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
