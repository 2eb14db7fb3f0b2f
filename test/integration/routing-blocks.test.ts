import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import type { Target } from '#dsl/model/target.ts';
import { loginAgent } from '#runtime/agent/login-agent.ts';
import { setReady } from '#runtime/agent/set-ready.ts';
import { routeWaiting } from '#runtime/routing/route-waiting.ts';
import { timeOutRequests } from '#runtime/routing/time-out-requests.ts';
import { widenRequests } from '#runtime/routing/widen-requests.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';
import { until } from '#test/support/until.ts';

type Blocks = NonNullable<BusinessProcessInput['strategies']>[string]['blocks'];

const processOf = (blocks: Blocks): BusinessProcessInput => ({
  format: 1,
  name: 'Routing',
  endpoints: { default: { media: 'email', queue: 'In' } },
  queues: {
    In: { views: { All: { submitter: { strategy: 'Main' } } } },
    Berlin: { parking: true },
    Paris: { parking: true },
    Rome: { parking: true },
    ErrorHeld: { parking: true },
  },
  strategies: {
    Main: {
      blocks: {
        entry: {
          type: 'entry',
          config: { variables: { target: { type: 'string', default: 'x' } } },
          ports: { next: 'first' },
        },
        default: { type: 'default-route' },
        ...blocks,
      },
    },
  },
});

describe('routing blocks', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await startEngine();
    engine.listen();
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    await query('delete from routing_requests');
    await query('delete from agent_sessions');
    await query("update interactions set state = 'stopped', queue = null where state <> 'stopped'");
  });

  const query = async (sql: string, ...values: unknown[]) => (await engine.database.pool.query(sql, values)).rows;
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

  async function agent(
    userName: string,
    wish: { skills?: Record<string, number>; group?: string; ready?: boolean } = {},
  ) {
    const deps = { pool: engine.database.pool, wake: engine.wake, now: () => new Date() };
    await query(
      `insert into agents (id, tenant_id, user_name, capacity, skills) values ($1, 'default', $1, '{"email": 1}', $2)
       on conflict (id) do update set skills = excluded.skills`,
      userName,
      wish.skills ?? {},
    );
    await loginAgent(deps, userName, ['email']);
    if (wish.ready !== false) await setReady(deps, userName, { media: 'email', ready: true });
    if (wish.group === undefined) return;
    await query("insert into agent_groups (tenant_id, name) values ('default', $1) on conflict do nothing", wish.group);
    await query(
      "insert into agent_group_members values ('default', $1, $2) on conflict do nothing",
      wish.group,
      userName,
    );
  }

  async function submit(): Promise<string> {
    return (await engine.submissions.submit(anInteraction())).interactionId;
  }

  const requestOf = (id: string) =>
    until(async () => (await query('select * from routing_requests where interaction_id = $1', id))[0]);

  async function targetsAfter(blocks: Blocks): Promise<Target[]> {
    await engine.activate(processOf(blocks));
    return (await requestOf(await submit())).targets;
  }

  async function placedAfter(id: string) {
    return until(async () => {
      const [row] = await query("select * from interactions where id = $1 and state = 'queued' and queue <> 'In'", id);
      return row;
    });
  }

  const route = (now = new Date()) =>
    routeWaiting(engine.database.pool, { tenantId: 'default', invitationMs: 30_000, now });

  it('shares interactions out by percentages, over all batches', async () => {
    const targets = [
      { agentGroup: 'Berlin', percent: 75 },
      { agentGroup: 'Paris', percent: 25 },
    ];
    await engine.activate(
      processOf({ first: { type: 'percentage', config: { targets }, ports: { timeout: 'default' } } }),
    );

    const ids = await Promise.all(Array.from({ length: 20 }, submit));
    const groups = await Promise.all(ids.map(async (id) => (await requestOf(id)).targets[0].agentGroup as string));

    expect([groups.filter((one) => one === 'Berlin').length, groups.filter((one) => one === 'Paris').length]).toEqual([
      15, 5,
    ]);
  });

  it('chooses the target with most agents ready, or fewest interactions waiting', async () => {
    await agent('ada', { group: 'Berlin' });
    await agent('bob', { group: 'Berlin', ready: false });
    await agent('cleo', { group: 'Paris' });
    await agent('dan', { group: 'Paris' });
    const config = { targets: [{ agentGroup: 'Berlin' }, { agentGroup: 'Paris' }] };
    const block = (statistic: string): Blocks => ({
      first: { type: 'statistics', config: { ...config, statistic }, ports: { timeout: 'default' } },
    });

    expect(await targetsAfter(block('agents-ready'))).toEqual([{ agentGroup: 'Paris' }]);
    expect(await targetsAfter(block('agents-logged-in'))).toEqual([{ agentGroup: 'Berlin' }]);
    expect(await targetsAfter(block('interactions-waiting'))).toEqual([{ agentGroup: 'Berlin' }]);
    expect(await targetsAfter(block('interactions-waiting'))).toEqual([{ agentGroup: 'Paris' }]);
  });

  it('widens the skills while nobody better comes', async () => {
    await agent('novice', { skills: { English: 2 } });
    await engine.activate(
      processOf({
        first: {
          type: 'service-level',
          config: {
            skills: ['English >= 8', 'English >= 5', 'English >= 1'],
            percent: 80,
            withinSeconds: 3000,
            timeoutSeconds: 9000,
          },
          ports: { timeout: 'default' },
        },
      }),
    );
    const id = await submit();
    await requestOf(id);

    expect(await route()).toEqual([]);
    expect(await widenRequests(engine.database.pool, ['default'], inSeconds(900))).toBe(0);
    expect(await widenRequests(engine.database.pool, ['default'], inSeconds(1100))).toBe(1);
    expect(await route()).toEqual([]);
    expect(await widenRequests(engine.database.pool, ['default'], inSeconds(2100))).toBe(1);
    expect(await route()).toMatchObject([{ interactionId: id, agentId: 'novice' }]);
    expect(await widenRequests(engine.database.pool, ['default'], inSeconds(8000))).toBe(0);
  });

  it('forces an interaction on who is not ready, and nothing beyond a capacity', async () => {
    await agent('busy', { ready: false });
    await engine.activate(
      processOf({
        first: {
          type: 'force-route',
          config: { targets: [{ agent: 'nobody' }, { agent: 'busy' }] },
          ports: { timeout: 'default' },
        },
      }),
    );
    const ids = [await submit(), await submit()];
    for (const id of ids) await requestOf(id);

    const made = [...(await route()), ...(await route())];

    expect(made).toMatchObject([{ interactionId: ids[0], agentId: 'busy' }]);
    expect((await requestOf(ids[1] ?? '')).targets).toEqual([{ agent: 'busy' }]);
  });

  it('invites by the statistic of the block', async () => {
    await agent('ada');
    await agent('bob');
    await query("update agent_media set idle_since = now() - interval '1 hour' where agent_id = 'ada'");
    for (const count of [1, 2]) {
      await query(
        `insert into events (tenant_id, interaction_id, kind, party, at)
         values ('default', gen_random_uuid(), 'PartyAdded', '{"kind": "agent", "name": "ada"}', now() - make_interval(mins => $1))`,
        count,
      );
    }
    await engine.activate(
      processOf({
        first: {
          type: 'route-interaction',
          config: { targets: [{ skill: '1=1' }], statistic: 'interactions-handled' },
          ports: { timeout: 'default' },
        },
      }),
    );
    await requestOf(await submit());

    expect(await route()).toMatchObject([{ agentId: 'bob', considered: [{ agentId: 'ada', reason: 'statistic' }] }]);
  });

  it('keeps targets that were not cleared in the game of the next block, and only those', async () => {
    const routing = (agentName: string, next: string, clearTargets?: boolean): Blocks[string] => ({
      type: 'route-interaction',
      config: {
        targets: [{ agent: agentName }],
        timeoutSeconds: 5,
        ...(clearTargets === undefined ? {} : { clearTargets }),
      },
      ports: { timeout: next },
    });
    await engine.activate(
      processOf({
        first: routing('ada', 'second', false),
        second: routing('bob', 'third'),
        third: routing('cleo', 'default'),
      }),
    );
    const id = await submit();
    const seen: Target[][] = [];
    for (const seq of [0, 1, 2]) {
      const request = await until(async () => {
        const [row] = await query('select * from routing_requests where interaction_id = $1 and seq = $2', id, seq);
        return row;
      });
      seen.push(request.targets);
      await timeOutRequests({ pool: engine.database.pool, wake: engine.wake }, ['default'], inSeconds(10));
    }

    expect(seen).toEqual([[{ agent: 'ada' }], [{ agent: 'bob' }, { agent: 'ada' }], [{ agent: 'cleo' }]]);
    const placed = await placedAfter(id);
    expect(placed).toMatchObject({ queue: 'ErrorHeld', problem: { code: 'route/default', strategy: 'Main' } });
  });

  it('routes to what a variable holds, and leaves by "error" when that is no target', async () => {
    const block: Blocks = {
      set: {
        type: 'assign',
        config: { assignments: [{ variable: 'target', value: 'Berlin.GA' }] },
        ports: { next: 'second' },
      },
      first: {
        type: 'route-interaction',
        config: { targets: [{ variable: 'target' }] },
        ports: { timeout: 'default', error: 'set' },
      },
      second: {
        type: 'route-interaction',
        config: { targets: [{ variable: 'target' }] },
        ports: { timeout: 'default' },
      },
    };

    expect(await targetsAfter(block)).toEqual([{ agentGroup: 'Berlin' }]);
  });

  it('follows a rule of the tenant as it is at that moment, and says when there is none', async () => {
    const keep = (document: object) =>
      query(
        `insert into routing_rules (tenant_id, name, document) values ('default', 'Rule', $1)
         on conflict (tenant_id, name) do update set document = excluded.document`,
        JSON.stringify({ name: 'Rule', ...document }),
      );
    const blocks: Blocks = {
      first: {
        type: 'routing-rule',
        config: { rule: { js: "interaction.subject === 'No rule' ? 'Nothing' : 'Rule'" } },
        ports: { timeout: 'default', error: 'default' },
      },
    };

    await keep({ kind: 'selection', targets: [{ agentGroup: 'Berlin' }], statistic: 'agent-loading' });
    await engine.activate(processOf(blocks));
    const selected = await requestOf(await submit());
    await keep({ kind: 'load-balancing', queues: ['Rome'] });
    // as the signal of a change does in a worker
    engine.knowledge.forget();
    const balanced = await placedAfter(await submit());
    const { interactionId: unruled } = await engine.submissions.submit(anInteraction({ subject: 'No rule' }));

    expect(selected).toMatchObject({ targets: [{ agentGroup: 'Berlin' }], selection: { statistic: 'agent-loading' } });
    expect(balanced.queue).toBe('Rome');
    expect((await placedAfter(unruled)).queue).toBe('ErrorHeld');
  });

  it('balances the load of queues within a batch', async () => {
    const queues = ['Berlin', 'Paris', 'Rome'];
    await engine.activate(processOf({ first: { type: 'load-balancing', config: { queues } } }));

    const ids = await Promise.all(Array.from({ length: 9 }, submit));
    const placed = await Promise.all(ids.map(async (id) => (await placedAfter(id)).queue as string));

    expect(queues.map((queue) => placed.filter((one) => one === queue).length)).toEqual([3, 3, 3]);
  });
});
