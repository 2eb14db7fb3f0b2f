import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type BusyAgents, startBusyAgents } from '#test/support/load/busy-agents.ts';
import { type MailLoad, startMailLoad } from '#test/support/load/mail-load.ts';
import { compareSent, lostReplies, misplaced, moving, notOnce } from '#test/support/load/whereabouts.ts';
import { isAutomatic, mailTo } from '#test/support/mail/read-sunk.ts';
import { startTestRedis, type TestRedis } from '#test/support/redis.ts';
import { until } from '#test/support/until.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

/** Kills of each kind; `KILLS=100` for the figure in docs/benchmarks.md. */
const kills = Number(process.env['KILLS'] ?? 4);
/** Mails a second meanwhile. */
const perSecond = Number(process.env['KILLS_MAILS_PER_SECOND'] ?? 10);
/** A kill comes within so many milliseconds after work went on. */
const momentMs = 1000;
/** Longer than anything may stand still: what every agent has rejected waits half a minute for the next invitation. */
const longestPauseMs = 45_000;

describe('kill -9 under load', { timeout: 60_000 + kills * 15_000 }, () => {
  const open: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0).toReversed()) await one.stop();
  });
  const keep = <One extends { stop(): Promise<void> }>(one: One): One => {
    open.push(one);
    return one;
  };

  it.each(['PostgreSQL', 'Redis'])('of a worker loses and doubles nothing, with wake-ups on %s', async (wakeUps) => {
    const redis = wakeUps === 'Redis' ? keep(await startTestRedis()) : undefined;
    const product = keep(await startWholeProduct({ env: redis === undefined ? {} : { REDIS_URL: redis.url } }));
    const scene = await startScene(product);

    const worker = async (): Promise<number> => until(() => workerOf(product));
    await killAgainAndAgain(scene, async () => process.kill(await worker(), 'SIGKILL'));

    await expectEverythingInItsPlace(scene, `worker, on ${wakeUps}`);
  });

  it('of the main process loses and doubles nothing', async () => {
    const product = keep(await startWholeProduct());
    const scene = await startScene(product);

    await killAgainAndAgain(scene, () => product.restart());

    await expectEverythingInItsPlace(scene, 'main process');
  });

  it('of the embedded PostgreSQL loses and doubles nothing', async () => {
    const product = keep(await startWholeProduct());
    const scene = await startScene(product);

    await killAgainAndAgain(scene, async () => process.kill(await postgresOf(product), 'SIGKILL'));

    await expectEverythingInItsPlace(scene, 'PostgreSQL');
  });

  it('of Redis, all its data gone, loses and doubles nothing', async () => {
    const redis: TestRedis = keep(await startTestRedis());
    const product = keep(await startWholeProduct({ env: { REDIS_URL: redis.url } }));
    const scene = await startScene(product);

    await killAgainAndAgain(scene, async () => {
      await redis.kill9();
      await pause(Math.random() * momentMs);
      await redis.restart({ wipe: true });
    });

    await expectEverythingInItsPlace(scene, 'Redis');
  });
});

interface Scene {
  readonly product: WholeProduct;
  readonly load: MailLoad;
  readonly agents: BusyAgents;
  /** From each restart to the acknowledgement of the first mail written after it. */
  readonly workedAfterMs: number[];
}

async function startScene(product: WholeProduct): Promise<Scene> {
  const agents = await startBusyAgents(product, ['kim', 'lee', 'max', 'oli']);
  return { product, agents, load: startMailLoad(product, perSecond), workedAfterMs: [] };
}

/** Kills at random moments; after each, work goes on: a mail written then is acknowledged. */
async function killAgainAndAgain({ product, load, workedAfterMs }: Scene, kill: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < kills; count += 1) {
    await pause(Math.random() * momentMs);
    await kill();
    const restartedAt = performance.now();
    const customer = await load.writeNow();
    await mailTo(product.sink, customer, isAutomatic, longestPauseMs);
    workedAfterMs.push(Math.round(performance.now() - restartedAt));
    expect(await misplaced(product.pool)).toEqual([]);
  }
}

async function expectEverythingInItsPlace({ product, load, agents, workedAfterMs }: Scene, what: string) {
  const { pool, sink } = product;
  await load.stop();
  await untilAtRest(product);
  await agents.stop();
  const mail = await compareSent(pool, sink);
  const { rows } = await pool.query<{ code: string; count: number }>(
    `select problem ->> 'code' as code, count(*)::int from interactions where queue = 'ErrorHeld' group by 1`,
  );
  const workedAfter = workedAfterMs.toSorted((a, b) => a - b);
  const report = {
    killed: what,
    kills,
    mailsWith250: load.accepted.size,
    failedAttempts: load.failures(),
    replies: agents.replies.size,
    mailsOut: mail.sent,
    sentTwiceAndCounted: mail.countedTwice,
    held: Object.fromEntries(rows.map(({ code, count }) => [code, count])),
    workedAfterMs: { median: workedAfter[Math.floor(workedAfter.length / 2)], longest: workedAfter.at(-1) },
  };
  console.log(JSON.stringify(report));

  expect(await misplaced(pool)).toEqual([]);
  expect(await notOnce(pool, load.accepted)).toEqual([]);
  expect(await lostReplies(pool, agents.replies)).toEqual([]);
  expect(mail.faults).toEqual([]);
  expect(agents.replies.size).toBeGreaterThan(0);
}

/** Until everything is answered and sent, or held; as long as there is progress. */
async function untilAtRest({ pool }: WholeProduct): Promise<void> {
  let [fewest, progressAt] = [Number.POSITIVE_INFINITY, performance.now()];
  while (fewest > 0) {
    const places = await moving(pool);
    const left = Object.values(places).reduce((sum, count) => sum + count, 0);
    if (left < fewest) [fewest, progressAt] = [left, performance.now()];
    if (performance.now() - progressAt > longestPauseMs) throw new Error(`nothing moves: ${JSON.stringify(places)}`);
    await pause(50);
  }
}

/** Process number of the embedded server. */
async function postgresOf({ pool }: WholeProduct): Promise<number> {
  const { rows } = await pool.query<{ data_directory: string }>('show data_directory');
  return Number.parseInt(await readFile(`${rows[0]?.data_directory}/postmaster.pid`, 'utf8'), 10);
}

/** Process number of the worker; undefined between two lives. */
async function workerOf({ signalbox }: WholeProduct): Promise<number | undefined> {
  const { pid = 0 } = signalbox.process;
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').map(Number);
  for (const child of children) {
    const commandLine = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
    if (commandLine.includes('worker-process.ts')) return child;
  }
  return undefined;
}
