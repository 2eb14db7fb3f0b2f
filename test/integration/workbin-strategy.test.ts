import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';
import { until } from '#test/support/until.ts';

let engine: Engine;

const process: BusinessProcessInput = {
  format: 1,
  name: 'Workbins',
  endpoints: { default: { media: 'email', queue: 'In' } },
  queues: {
    In: { views: { All: { submitter: { strategy: 'Main' } } } },
    Team: {
      workbin: { owner: 'agent-group' },
      views: {
        Urgent: {
          condition: { combinator: 'and', rules: [{ field: 'priority', operator: '>=', value: 100 }] },
          submitter: { strategy: 'Release' },
        },
      },
    },
    Mine: { workbin: { owner: 'agent' } },
    Done: { parking: true },
    ErrorHeld: { parking: true },
  },
  strategies: {
    Main: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'which' } },
        which: {
          type: 'if',
          config: { condition: { js: 'data.Group === undefined' } },
          ports: { true: 'mine', false: 'team' },
        },
        team: {
          type: 'workbin',
          config: { workbin: 'Team', owner: { js: 'data.Group' }, inQueues: ['Done'] },
          ports: { error: 'note' },
        },
        mine: { type: 'workbin', config: { workbin: 'Mine' }, ports: { error: 'note' } },
        note: { type: 'script', config: { code: 'data.Error = lastError.code;' }, ports: { next: 'done' } },
        done: { type: 'queue-interaction', config: { queue: 'Done' } },
      },
    },
    Release: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'done' } },
        done: { type: 'queue-interaction', config: { queue: 'Done' } },
      },
    },
  },
};

beforeAll(async () => {
  engine = await startEngine();
  await engine.database.pool.query(`insert into agent_groups (tenant_id, name) values ('default', 'Tech')`);
  await engine.activate(process);
  engine.listen();
});
afterAll(() => engine.stop());

/** Where an interaction ends that comes in with this attached data and priority. */
async function endOf(data: Record<string, string>, priority = 0) {
  const { interactionId } = await engine.submissions.submit({ ...anInteraction(), data, priority });
  const row = await until(async () => {
    const { rows } = await engine.database.pool.query(
      'select state, queue, workbin_owner, agent_id, in_queues, data from interactions where id = $1',
      [interactionId],
    );
    return ['Team', 'Done', 'ErrorHeld', 'Mine'].includes(rows[0]?.queue) &&
      (priority < 100 || rows[0]?.queue === 'Done')
      ? rows[0]
      : undefined;
  });
  const events = await engine.database.pool.query<{ kind: string }>(
    'select kind from events where interaction_id = $1 order by id',
    [interactionId],
  );
  return { row, kinds: events.rows.map(({ kind }) => kind) };
}

it('places it in the workbin of the group that an expression names', async () => {
  const { row, kinds } = await endOf({ Group: 'Tech' });

  expect(row).toMatchObject({
    state: 'workbin',
    queue: 'Team',
    workbin_owner: 'agent-group:Tech',
    in_queues: ['Done'],
  });
  expect(kinds.slice(-2)).toEqual(['PartyRemoved', 'PlacedInWorkbin']);
});

it('takes out of the workbin what a view of it selects, whoever owns it', async () => {
  const { row, kinds } = await endOf({ Group: 'Tech' }, 100);

  expect(row).toMatchObject({ state: 'queued', queue: 'Done', workbin_owner: null });
  expect(kinds).toContain('TakenFromWorkbin');
});

it('leaves by its error port when the owner does not exist, or nobody had it yet', async () => {
  expect((await endOf({ Group: 'Nobody' })).row).toMatchObject({ queue: 'Done', data: { Error: 'workbin/no-owner' } });
  expect((await endOf({})).row).toMatchObject({ queue: 'Done', data: { Error: 'workbin/no-owner' } });
});
