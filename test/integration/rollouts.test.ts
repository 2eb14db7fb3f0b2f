import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import type { RolloutPlan } from '#dsl/protocol/rollouts.ts';
import { activateProcess } from '#runtime/process/activate.ts';
import { rollBack } from '#runtime/process/activate-version.ts';
import { saveActivationRules } from '#runtime/process/activation-rules.ts';
import { listActivations, listAllActivations } from '#runtime/process/activation-log.ts';
import { getRollout } from '#runtime/process/get-rollout.ts';
import { getProcess } from '#runtime/process/process-summary.ts';
import { approvePlan, endPlan, planActivation } from '#runtime/process/planned-activations.ts';
import { changeRollout, promoteRollout, withdrawRollout } from '#runtime/process/rollouts.ts';
import { takeShadowTurn } from '#runtime/replay/shadow-turn.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const byName = (name: string, by = 'designer') => ({ tenantId: 'default', name, by });
const gold = {
  combinator: 'and' as const,
  rules: [{ field: 'subject', operator: 'contains' as const, value: 'gold' }],
};

/** A process whose strategy places everything into one queue, over a queue of its own when `via` says so. */
function leadingTo(name: string, queue: string, via?: string): BusinessProcessInput {
  const place = (target: string) => ({
    blocks: {
      entry: { type: 'entry', config: {}, ports: { next: 'place' } },
      place: { type: 'queue-interaction', config: { queue: target } },
    },
  });
  return {
    format: 1,
    name,
    endpoints: { [name]: { media: 'email', queue: `${name} in` } },
    queues: {
      [`${name} in`]: { views: { All: { submitter: { strategy: 'Sort' } } } },
      [queue]: { parking: true },
      ...(via !== undefined && { [via]: { views: { All: { submitter: { strategy: 'Go on' } } } } }),
      ErrorHeld: { parking: true },
    },
    strategies: { Sort: place(via ?? queue), ...(via !== undefined && { 'Go on': place(queue) }) },
  };
}

/** Brings a process into service in a first version and makes a second one, all of it or the part a rollout says. */
async function twoVersions(name: string, rollout: RolloutPlan | null, second = leadingTo(name, 'New')): Promise<void> {
  await engine.activate(leadingTo(name, 'Old'));
  await edit(second);
  const { revision } = await getProcess(engine.database.pool, 'default', name);
  await activateProcess(engine.database.pool, byName(name), { revision, message: 'Second', rollout });
  await engine.active.refresh();
}

async function edit(document: BusinessProcessInput): Promise<void> {
  await engine.database.pool.query('update processes set draft = $2, revision = revision + 1 where name = $1', [
    document.name,
    JSON.stringify(document),
  ]);
}

async function submit(name: string, subjects: readonly string[]): Promise<string[]> {
  const submitted = await Promise.all(
    subjects.map((subject) => engine.submissions.submit(anInteraction({ endpoint: name, subject }))),
  );
  return submitted.map(({ interactionId }) => interactionId);
}

async function workOff(...queues: string[]): Promise<void> {
  for (const queue of queues) while (await engine.worker.takeFromQueue('default', queue));
}

async function queuesOf(ids: readonly string[]): Promise<(string | null)[]> {
  const { rows } = await engine.database.pool.query<{ id: string; queue: string | null }>(
    'select id, queue from interactions where id = any($1)',
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.queue ?? null);
}

const rolloutOf = (name: string) => getRollout(engine.database.pool, 'default', name);
const kindsOf = async (name: string) =>
  (await listActivations(engine.database.pool, 'default', name)).map(({ kind, version }) => [kind, version]);

test('a canary takes its share and the active version the rest; both are counted', async () => {
  await twoVersions('Shared', { mode: 'canary', share: 30, condition: null });
  const ids = await submit(
    'Shared',
    Array.from({ length: 120 }, (_, index) => `Mail ${index}`),
  );

  await workOff('Shared in');

  const queues = await queuesOf(ids);
  const inNew = queues.filter((queue) => queue === 'New').length;
  expect(queues.filter((queue) => queue === 'Old').length).toBe(120 - inNew);
  expect(inNew).toBeGreaterThan(10);
  expect(inNew).toBeLessThan(70);
  expect(await rolloutOf('Shared')).toMatchObject({
    version: 2,
    activeVersion: 1,
    mode: 'canary',
    startedBy: 'designer',
    sides: [
      { version: 1, running: 0, ended: 120 - inNew, failed: 0 },
      { version: 2, running: 0, ended: inNew, failed: 0 },
    ],
  });
  const { rollout } = await getProcess(engine.database.pool, 'default', 'Shared');
  expect(rollout).toEqual({ version: 2, mode: 'canary', share: 30, hasCondition: false });
});

test('a canary with a condition takes what meets it; promoted, it takes all, and is noted', async () => {
  const { pool } = engine.database;
  await twoVersions('Chosen', { mode: 'canary', share: 100, condition: gold });
  const first = await submit('Chosen', ['a gold customer', 'a question']);
  await workOff('Chosen in');
  expect(await queuesOf(first)).toEqual(['New', 'Old']);

  await promoteRollout(pool, byName('Chosen'), { message: 'It is good' });
  await engine.active.refresh();
  const second = await submit('Chosen', ['a question']);
  await workOff('Chosen in');

  expect(await queuesOf(second)).toEqual(['New']);
  expect(await rolloutOf('Chosen')).toBeNull();
  expect(await kindsOf('Chosen')).toEqual([
    ['canary-promoted', 2],
    ['canary-started', 2],
  ]);
  expect((await listAllActivations(pool, 'default'))[0]).toMatchObject({ process: 'Chosen', message: 'It is good' });
});

test('a wider share is taken at once; withdrawn, the version takes nothing, and what it left where nobody takes is held', async () => {
  const { pool } = engine.database;
  await twoVersions('Narrow', { mode: 'canary', share: 100, condition: gold }, leadingTo('Narrow', 'New', 'Between'));
  await changeRollout(pool, byName('Narrow'), { share: 100, condition: null, message: '' });
  await engine.active.refresh();
  const through = await submit('Narrow', ['a question']);
  await workOff('Narrow in', 'Between');
  const stranded = await submit('Narrow', ['another']);
  await workOff('Narrow in');
  expect(await queuesOf([...through, ...stranded])).toEqual(['New', 'Between']);

  await withdrawRollout(pool, byName('Narrow'), { message: 'It loops' });
  await engine.active.refresh();
  const after = await submit('Narrow', ['a gold customer']);
  await workOff('Narrow in', 'Between');

  expect(await queuesOf([...stranded, ...after])).toEqual(['ErrorHeld', 'Old']);
  const { rows } = await pool.query('select problem from interactions where id = $1', [stranded[0]]);
  expect(rows[0].problem.message).toBe('Queue "Between" went with version 2, which was withdrawn.');
  expect(await kindsOf('Narrow')).toEqual([
    ['canary-withdrawn', 2],
    ['canary-changed', 2],
    ['canary-started', 2],
  ]);
});

test('a roll back ends the canary; a version that is active, or no version, cannot be tried beside itself', async () => {
  const { pool } = engine.database;
  await twoVersions('Back', null);
  await edit(leadingTo('Back', 'Newest'));
  const { revision } = await getProcess(pool, 'default', 'Back');
  const rollout = { mode: 'canary' as const, share: 5, condition: null };
  await activateProcess(pool, byName('Back'), { revision, message: '', rollout });

  await rollBack(pool, byName('Back', 'anna'), { version: 1, message: 'Loops' });

  expect(await rolloutOf('Back')).toBeNull();
  expect((await kindsOf('Back')).slice(0, 3)).toEqual([
    ['rolled-back', 1],
    ['canary-withdrawn', 3],
    ['canary-started', 3],
  ]);
  await rollBack(pool, byName('Back'), { version: 3, message: '' });
  const again = activateProcess(pool, byName('Back'), { revision, message: '', rollout });
  await expect(again).rejects.toMatchObject({ code: 'request/conflict' });
  const unknown = {
    ...rollout,
    condition: { combinator: 'and' as const, rules: [{ ...gold.rules[0], field: 'colour' }] },
  };
  await expect(
    activateProcess(pool, byName('Back'), { revision, message: '', rollout: unknown as RolloutPlan }),
  ).rejects.toMatchObject({
    code: 'request/invalid',
  });
});

test('where four eyes are asked for, a canary waits for the second pair, and its author cannot widen or promote it', async () => {
  const { pool } = engine.database;
  await engine.activate(leadingTo('Seen', 'Old'));
  await edit(leadingTo('Seen', 'New'));
  const { revision } = await getProcess(pool, 'default', 'Seen');
  await saveActivationRules(pool, 'default', { fourEyes: true });
  try {
    const rollout = { mode: 'canary' as const, share: 10, condition: null };
    await expect(activateProcess(pool, byName('Seen'), { revision, message: '', rollout })).rejects.toMatchObject({
      code: 'process/needs-approval',
    });
    const plan = { revision, message: 'Carefully', activateAt: null, rollout };
    const { id } = await planActivation(pool, byName('Seen'), plan);
    await approvePlan(pool, byName('Seen', 'anna'), id);

    expect(await rolloutOf('Seen')).toMatchObject({ version: 2, share: 10, startedBy: 'designer' });
    for (const alone of [
      () => promoteRollout(pool, byName('Seen'), { message: '' }),
      () => changeRollout(pool, byName('Seen'), { share: 90, condition: null, message: '' }),
      () => rollBack(pool, byName('Seen'), { version: 2, message: '' }),
    ])
      await expect(alone()).rejects.toMatchObject({ code: expect.stringMatching(/process\/(own|needs)-approval/) });
    await promoteRollout(pool, byName('Seen', 'anna'), { message: '' });
    expect((await getProcess(pool, 'default', 'Seen')).activeVersion).toBe(2);
    await edit(leadingTo('Seen', 'Newest'));
    const next = { ...plan, revision: revision + 1, message: 'Newest' };
    const refused = await planActivation(pool, byName('Seen'), next);
    await endPlan(pool, byName('Seen', 'anna'), { id: refused.id, state: 'rejected' });
    expect((await listActivations(pool, 'default', 'Seen')).slice(0, 2)).toMatchObject([
      { kind: 'rejected', version: 3, activatedBy: 'anna', message: 'Newest' },
      { kind: 'canary-promoted', version: 2, activatedBy: 'anna' },
    ]);
  } finally {
    await saveActivationRules(pool, 'default', { fourEyes: false });
  }
});

test('a shadow changes nothing; what it would have decided otherwise is counted with why', async () => {
  const { pool } = engine.database;
  const second = leadingTo('Shadowed', 'New');
  const condition = {
    combinator: 'and',
    rules: [{ field: 'interaction.subject', operator: 'contains', value: 'gold' }],
  };
  const blocks = {
    entry: { type: 'entry', config: {}, ports: { next: 'ask' } },
    ask: { type: 'if', config: { condition }, ports: { true: 'new', false: 'place' } },
    new: { type: 'queue-interaction', config: { queue: 'New' } },
    place: { type: 'queue-interaction', config: { queue: 'Old' } },
  };
  await twoVersions(
    'Shadowed',
    { mode: 'shadow', share: 100, condition: null },
    {
      ...second,
      queues: { ...second.queues, Old: { parking: true } },
      strategies: { Sort: { blocks } },
    },
  );
  const ids = await submit('Shadowed', ['a gold customer', 'a question', 'another']);
  await workOff('Shadowed in');

  expect(await takeShadowTurn(pool)).toBe(true);

  expect(await queuesOf(ids)).toEqual(['Old', 'Old', 'Old']);
  const found = await rolloutOf('Shadowed');
  expect(found).toMatchObject({ mode: 'shadow', compared: 3, differing: 3, skipped: 0 });
  expect(found?.differences.map(({ count, why, last }) => [count, why, last.differs, last.after.queue])).toEqual([
    [2, 'After "entry" it goes on at "ask"; before it was at "place".', ['path'], 'Old'],
    [
      1,
      'After "entry" it goes on at "ask"; before it was at "place". It ends with queue "New" instead of queue "Old".',
      ['path', 'queue', 'calls'],
      'New',
    ],
  ]);
  await withdrawRollout(pool, byName('Shadowed'), { message: '' });
  expect(await takeShadowTurn(pool)).toBe(false);
  expect((await kindsOf('Shadowed')).slice(0, 2)).toEqual([
    ['shadow-stopped', 2],
    ['shadow-started', 2],
  ]);
});

test('more runs than a shadow can compare are left out and counted; a strategy it does not have is told', async () => {
  const { pool } = engine.database;
  const { queues, ...rest } = leadingTo('Flooded', 'New');
  const unsubmitted = { ...queues, 'Flooded in': { views: { All: {} } } };
  const second = { ...rest, queues: unsubmitted };
  await twoVersions('Flooded', { mode: 'shadow', share: 100, condition: null }, second);
  await submit('Flooded', ['a question']);
  await workOff('Flooded in');
  await pool.query(
    `insert into runs (id, tenant_id, interaction_id, version_id, strategy, queue, view, state, input, path, rollout_id)
     select gen_random_uuid(), tenant_id, interaction_id, version_id, strategy, queue, view, state, input, path, rollout_id
     from runs, generate_series(1, 1049) where queue = 'Flooded in'`,
  );

  expect(await takeShadowTurn(pool)).toBe(true);

  const found = await rolloutOf('Flooded');
  expect(found).toMatchObject({ compared: 100, differing: 100, skipped: 50 });
  expect(found?.differences.map(({ count, why }) => [count, why])).toEqual([
    [100, 'It fails: No strategy takes it from this view.'],
  ]);
});
