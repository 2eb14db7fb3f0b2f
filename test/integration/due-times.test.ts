import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { publish, subscribe } from '#runtime/store/signal.ts';
import { DueTimes } from '#runtime/strategy/due-times.ts';
import { overdueQueues } from '#runtime/strategy/sweep.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';
import { until } from '#test/support/until.ts';

const toDone = {
  blocks: {
    entry: { type: 'entry', ports: { next: 'done' } },
    done: { type: 'queue-interaction', config: { queue: 'Done' } },
  },
};

const process: BusinessProcessInput = {
  format: 1,
  name: 'Due times',
  endpoints: { default: { media: 'email', queue: 'In' } },
  queues: {
    In: { views: { All: { submitter: { strategy: 'Schedule' } } } },
    Later: { views: { Due: { submitter: { strategy: 'Done' } } } },
    Early: { views: { NotDue: { scheduling: 'scheduled', submitter: { strategy: 'Done' } } } },
    Any: { views: { All: { scheduling: 'any', order: ['scheduledAt'], submitter: { strategy: 'Done' } } } },
    Done: { parking: true },
    ErrorHeld: { parking: true },
  },
  strategies: {
    Schedule: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'later' } },
        later: {
          type: 'queue-interaction',
          config: { queue: { js: 'data.Queue' }, dueAt: { js: 'data.When' }, dueInMinutes: { js: 'data.Minutes' } },
        },
      },
    },
    Done: toDone,
  },
};

/** No sweep runs in these tests: what is not woken is never taken. */
let engine: Engine;
let dueTimes: DueTimes;
let signals: { stop(): Promise<void> };

beforeAll(async () => {
  engine = await startEngine();
  await engine.activate(process);
  engine.listen();
  dueTimes = startDueTimes();
  signals = await subscribe(engine.database.pool, ({ kind }) => {
    if (kind === 'scheduled') dueTimes.look();
  });
});
afterAll(async () => {
  await signals.stop();
  await dueTimes.stop();
  await engine.stop();
});

/** As a worker has it when it starts. */
function startDueTimes(): DueTimes {
  const started = new DueTimes({
    pool: engine.database.pool,
    active: engine.active,
    wake: engine.wake,
    onError: (error) => {
      throw error;
    },
  });
  started.look();
  return started;
}

async function submit(data: Record<string, string | number>): Promise<string> {
  return (await engine.submissions.submit({ ...anInteraction(), data })).interactionId;
}

/** The interaction as it is once it is in that queue. */
function inQueue(id: string, queue: string): Promise<{ scheduled_at: Date | null }> {
  return until(async () => {
    const { rows } = await engine.database.pool.query<{ scheduled_at: Date | null }>(
      `select scheduled_at from interactions where id = $1 and queue = $2 and state = 'queued'`,
      [id, queue],
    );
    return rows[0];
  });
}

/** Milliseconds between the due time it was placed with and the moment it was taken from that queue. */
async function takenAfterDue(id: string): Promise<number> {
  const { rows } = await engine.database.pool.query<{ ms: number }>(
    `select extract(epoch from t.at - (p.facts->>'scheduledAt')::timestamptz)::float8 * 1000 as ms from events p
     join events t on t.interaction_id = p.interaction_id and t.kind = 'TakenFromQueue' and t.id > p.id
     where p.interaction_id = $1 and p.kind = 'PlacedInQueue' and p.facts ? 'scheduledAt'`,
    [id],
  );
  return rows[0]?.ms ?? Number.NaN;
}

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

it('takes each interaction when it falls due, none before and none lost', async () => {
  const offsets = Array.from({ length: 20 }, (_, index) => ((index * 7) % 20) * 60);
  const ids = await Promise.all(offsets.map((ms) => submit({ Queue: 'Later', When: inMs(ms) })));

  for (const id of ids) {
    expect(await inQueue(id, 'Done')).toEqual({ scheduled_at: null });
    expect(await takenAfterDue(id)).toBeGreaterThanOrEqual(0);
  }
});

it('counts minutes from the moment it is placed, and neither a take nor the sweep touches it before', async () => {
  const before = Date.now();
  const id = await submit({ Queue: 'Later', Minutes: 30 });
  const { scheduled_at: dueAt } = await inQueue(id, 'Later');
  await engine.database.pool.query(`update interactions set placed_at = now() - interval '1 minute' where id = $1`, [
    id,
  ]);

  expect(dueAt?.getTime()).toBeGreaterThanOrEqual(before + 30 * 60_000);
  expect(await overdueQueues(engine.database.pool, engine.active)).toEqual([]);
  await engine.worker.takeFromQueue('default', 'Later');
  await inQueue(id, 'Later');
});

it('takes what another process has brought forward', async () => {
  const id = await submit({ Queue: 'Later', When: inMs(86_400_000) });
  await inQueue(id, 'Later');
  await engine.database.pool.query(
    `update interactions set scheduled_at = clock_timestamp() + interval '300 ms' where id = $1`,
    [id],
  );
  await publish(engine.database.pool, [{ kind: 'scheduled', tenantId: 'default' }]);

  await inQueue(id, 'Done');
});

it('takes what fell due while no worker was there, and what falls due after the start', async () => {
  await dueTimes.stop();
  const missed = await submit({ Queue: 'Later', When: inMs(86_400_000) });
  const coming = await submit({ Queue: 'Later', When: inMs(86_400_000) });
  await Promise.all([inQueue(missed, 'Later'), inQueue(coming, 'Later')]);
  await engine.database.pool.query(
    `update interactions set scheduled_at = clock_timestamp() + case when id = $1 then interval '-1 s' else interval '500 ms' end
     where id = any($2)`,
    [missed, [missed, coming]],
  );
  dueTimes = startDueTimes();

  await Promise.all([inQueue(missed, 'Done'), inQueue(coming, 'Done')]);
});

it('lets a view take only what is not due yet, or not look at due times at all', async () => {
  const notDue = await submit({ Queue: 'Early', When: inMs(86_400_000) });
  const atOnce = await submit({ Queue: 'Early' });
  const any = await submit({ Queue: 'Any', When: inMs(86_400_000) });

  await Promise.all([inQueue(notDue, 'Done'), inQueue(any, 'Done')]);
  await inQueue(atOnce, 'Early');
  await engine.worker.takeFromQueue('default', 'Early');
  await inQueue(atOnce, 'Early');
});
