import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Workbin } from '#dsl/model/workbin.ts';
import { acceptInvitation } from '#runtime/agent/accept-invitation.ts';
import { desktopState } from '#runtime/agent/desktop-state.ts';
import { finishHandling } from '#runtime/agent/finish-handling.ts';
import { listWorkbins } from '#runtime/agent/list-workbins.ts';
import { loginAgent } from '#runtime/agent/login-agent.ts';
import { logoutAgent } from '#runtime/agent/logout-agent.ts';
import { placeInWorkbin, type WorkbinPlacement } from '#runtime/agent/place-in-workbin.ts';
import { pullInteraction } from '#runtime/agent/pull-interaction.ts';
import { rejectInvitation } from '#runtime/agent/reject-invitation.ts';
import { setReady } from '#runtime/agent/set-ready.ts';
import { replyFromAgent } from '#runtime/agent/reply-from-agent.ts';
import { reviseMail } from '#runtime/agent/revise-mail.ts';
import { transferInteraction } from '#runtime/agent/transfer-interaction.ts';
import { countInteractions } from '#runtime/interaction/counts.ts';
import { returnTransfers } from '#runtime/routing/return-transfers.ts';
import { routeWaiting } from '#runtime/routing/route-waiting.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type RoutingScene, routingScene } from '#test/support/routing-scene.ts';

let database: TestDatabase;
let scene: RoutingScene;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  scene = await routingScene(database.pool);
});

const bins: ReadonlyMap<string, Workbin> = new Map([
  ['Drafts', { owner: 'agent' }],
  ['Team', { owner: 'agent-group', displayName: 'Our team' }],
]);
const active = { workbin: (_tenantId: string, name: string) => bins.get(name), workbins: () => bins };

const route = () => routeWaiting(database.pool, { tenantId: scene.tenantId, invitationMs: 30_000, now: scene.now });
const place = (agentId: string, id: string, placement: WorkbinPlacement) =>
  placeInWorkbin({ ...scene.deps, active }, agentId, id, placement);
const contentOf = async (agentId: string, userName: string) =>
  (await listWorkbins(database.pool, active, { id: agentId, tenantId: scene.tenantId, userName })).workbins.map(
    ({ workbin, owner, count, interactions }) => ({
      workbin,
      owner: owner.name,
      count,
      lines: interactions.map(({ id, note, placedBy }) => ({ id, note, placedBy })),
    }),
  );

/** An interaction that this agent has accepted. */
async function handled(agentId: string): Promise<string> {
  const id = await scene.waiting({ targets: [{ agent: agentId }] });
  await route();
  await acceptInvitation(scene.deps, agentId, id);
  return id;
}

describe('a workbin', () => {
  it("takes what an agent puts into their own, with a note, and frees the agent's capacity", async () => {
    const kim = await scene.agent('kim');
    const id = await handled(kim);

    await place(kim, id, { workbin: 'Drafts', note: 'Waits for the parcel service.' });

    expect(await scene.interaction(id)).toMatchObject({ state: 'workbin', queue: 'Drafts', agent_id: kim });
    expect(await desktopState(database.pool, kim)).toMatchObject({ handling: [], media: [{ current: 0 }] });
    expect((await countInteractions(database.pool, scene.tenantId)).queues).toMatchObject({
      Drafts: { queued: 1, held: 0 },
    });
    expect(await contentOf(kim, 'kim')).toEqual([
      {
        workbin: 'Drafts',
        owner: 'kim',
        count: 1,
        lines: [{ id, note: 'Waits for the parcel service.', placedBy: 'kim' }],
      },
    ]);
    expect(await scene.eventKinds(id)).toEqual([
      'AgentInvited',
      'PartyAdded',
      'PartyRemoved',
      'PartyRemoved',
      'PlacedInWorkbin',
    ]);
  });

  it('of a group is seen by its members, and whoever pulls first has it', async () => {
    const [kim, lee, mia] = [await scene.agent('kim'), await scene.agent('lee'), await scene.agent('mia')];
    await scene.group('Tech', [kim, lee]);
    const id = await handled(mia);
    await place(mia, id, { workbin: 'Team', owner: 'Tech' });

    const pulls = await Promise.allSettled([kim, lee].map((one) => pullInteraction(scene.deps, one, id, 'workbin')));

    expect(pulls.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await contentOf(mia, 'mia')).toEqual([{ workbin: 'Drafts', owner: 'mia', count: 0, lines: [] }]);
    expect(await scene.interaction(id)).toMatchObject({ state: 'handling', taken_from: 'Team' });
  });

  it('of others is closed', async () => {
    const [kim, lee] = [await scene.agent('kim'), await scene.agent('lee')];
    const id = await handled(kim);
    await place(kim, id, { workbin: 'Drafts' });

    await expect(pullInteraction(scene.deps, lee, id, 'workbin')).rejects.toMatchObject({ code: 'request/forbidden' });
  });

  it('has it back when the agent who pulled it logs out', async () => {
    const kim = await scene.agent('kim');
    const id = await handled(kim);
    await place(kim, id, { workbin: 'Drafts' });
    await pullInteraction(scene.deps, kim, id, 'workbin');

    await logoutAgent(scene.deps, kim);

    expect(await scene.interaction(id)).toMatchObject({ state: 'workbin', queue: 'Drafts', agent_id: kim });
    expect((await scene.eventKinds(id)).at(-1)).toBe('PlacedInWorkbin');
  });

  it('does not take what somebody else handles, nor an owner or a name that is none', async () => {
    const [kim, lee] = [await scene.agent('kim'), await scene.agent('lee')];
    const id = await handled(kim);

    await expect(place(lee, id, { workbin: 'Drafts' })).rejects.toMatchObject({ code: 'request/conflict' });
    await expect(place(kim, id, { workbin: 'Team' })).rejects.toMatchObject({ code: 'request/invalid' });
    await expect(place(kim, id, { workbin: 'Team', owner: 'None' })).rejects.toMatchObject({
      code: 'request/not-found',
    });
    await expect(place(kim, id, { workbin: 'None' })).rejects.toMatchObject({ code: 'request/not-found' });
  });

  it('is not pulled from beyond capacity', async () => {
    const kim = await scene.agent('kim');
    const first = await handled(kim);
    await place(kim, first, { workbin: 'Drafts' });
    await handled(kim);

    await expect(pullInteraction(scene.deps, kim, first, 'workbin')).rejects.toMatchObject({
      code: 'request/conflict',
    });
  });
});

describe('a transfer', () => {
  it('invites the colleague, who sees who gave it and why', async () => {
    const [kim, lee] = [await scene.agent('kim'), await scene.agent('lee')];
    const id = await handled(kim);

    await transferInteraction(scene.deps, kim, id, { to: { agent: 'lee' }, note: 'You know the customer.' });
    expect(await scene.interaction(id)).toMatchObject({ state: 'routing', agent_id: null });
    await route();

    const { invitations } = await desktopState(database.pool, lee);
    expect(invitations).toMatchObject([{ id, transfer: { by: 'kim', note: 'You know the customer.' } }]);
    await acceptInvitation(scene.deps, lee, id);
    expect(await scene.interaction(id)).toMatchObject({ state: 'handling', agent_id: lee });
  });

  it('to a group goes to another of its members than the giver', async () => {
    const [kim, lee] = [await scene.agent('kim'), await scene.agent('lee')];
    await scene.group('Tech', [kim, lee]);
    const id = await handled(kim);

    await transferInteraction(scene.deps, kim, id, { to: { agentGroup: 'Tech' } });
    await route();

    expect(await scene.interaction(id)).toMatchObject({ state: 'inviting', agent_id: lee });
  });

  it('that is rejected goes back to its queue', async () => {
    const [kim, lee] = [await scene.agent('kim'), await scene.agent('lee')];
    const id = await handled(kim);
    await transferInteraction(scene.deps, kim, id, { to: { agent: 'lee' } });
    await route();

    await rejectInvitation(scene.deps, lee, id);

    expect(await scene.interaction(id)).toMatchObject({ state: 'queued', queue: 'Inbound queue', agent_id: null });
    expect(scene.woken).toContain('queue Inbound queue');
  });

  it('that nobody takes in time goes back to where it was taken from', async () => {
    const [kim, lee] = [await scene.agent('kim'), await scene.agent('lee')];
    await handled(lee);
    const id = await handled(kim);
    await transferInteraction(scene.deps, kim, id, { to: { agent: 'lee' } });
    await route();
    scene.now = new Date(scene.now.getTime() + 61_000);

    expect(await returnTransfers(scene.deps, [scene.tenantId], scene.now)).toBe(1);

    expect(await scene.interaction(id)).toMatchObject({ state: 'queued', queue: 'Inbound queue' });
    const { rows } = await database.pool.query('select 1 from routing_requests where interaction_id = $1', [id]);
    expect(rows).toEqual([]);
  });

  it('is refused for a colleague who is not ready, for oneself and for what one does not handle', async () => {
    const [kim, lee] = [await scene.agent('kim'), await scene.agent('lee', { ready: false })];
    const id = await handled(kim);

    const to = (agent: string, giver = kim) => transferInteraction(scene.deps, giver, id, { to: { agent } });

    await expect(to('lee')).rejects.toMatchObject({ code: 'request/conflict' });
    await expect(to('kim')).rejects.toMatchObject({ code: 'request/invalid' });
    await expect(to('nobody')).rejects.toMatchObject({ code: 'request/not-found' });
    await expect(to('kim', lee)).rejects.toMatchObject({ code: 'request/conflict' });
  });
});

describe('a reply in review', () => {
  /** A reply of this agent, pulled by a reviewer out of the workbin of their group. */
  async function inReview(author: string, reviewer: string): Promise<string> {
    const parent = await handled(author);
    const { interactionId } = await replyFromAgent(scene.deps, author, parent, {
      to: [{ address: 'mia@example.net', name: 'Mia' }],
      cc: [],
      bcc: [{ address: 'archive@example.org', name: '' }],
      subject: 'Re: Help',
      html: '<p>First words</p>',
      attachments: [],
      forwards: false,
      keepOpen: false,
    });
    await pullInteraction(scene.deps, reviewer, interactionId, 'queue');
    return interactionId;
  }
  const revision = {
    to: [{ address: 'mia@example.net', name: 'Mia' }],
    cc: [],
    subject: 'Re: Help!',
    html: '<p>Better</p>',
  };

  it('is returned to its author with remarks, written anew and passed on', async () => {
    const [kim, lee] = [await scene.agent('kim'), await scene.agent('lee')];
    const id = await inReview(kim, lee);

    await place(lee, id, { workbin: 'Drafts', owner: 'kim', note: 'Say when it comes.' });
    await pullInteraction(scene.deps, kim, id, 'workbin');
    await reviseMail(scene.deps, kim, id, revision);
    await transferInteraction(scene.deps, kim, id, { to: { queue: 'Outbound queue' } });

    const { rows } = await database.pool.query(
      'select subject, text, bcc_addresses from messages where interaction_id = $1',
      [id],
    );
    expect(rows).toMatchObject([
      { subject: 'Re: Help!', text: 'Better', bcc_addresses: [{ address: 'archive@example.org' }] },
    ]);
    expect(await scene.interaction(id)).toMatchObject({
      state: 'queued',
      queue: 'Outbound queue',
      subject: 'Re: Help!',
    });
  });

  it('is not written anew by others, nor once the mail server has it, nor is what came in', async () => {
    const [kim, lee] = [await scene.agent('kim'), await scene.agent('lee', { capacity: 2 })];
    const id = await inReview(kim, lee);
    const conflict = { code: 'request/conflict' };

    await expect(reviseMail(scene.deps, kim, id, revision)).rejects.toMatchObject(conflict);
    await expect(reviseMail(scene.deps, lee, await handled(lee), revision)).rejects.toMatchObject(conflict);
    await database.pool.query(
      `insert into outbox (id, tenant_id, key, kind, interaction_id, payload) values (gen_random_uuid(), $1, $2::text, 'mail', $2::uuid, '{}')`,
      [scene.tenantId, id],
    );
    await expect(reviseMail(scene.deps, lee, id, revision)).rejects.toMatchObject(conflict);
  });
});

describe('any operations of several agents', () => {
  type Act = (agent: string, id: string) => Promise<unknown>;
  const acts: Readonly<Record<string, Act>> = {
    accept: (agent, id) => acceptInvitation(scene.deps, agent, id),
    reject: (agent, id) => rejectInvitation(scene.deps, agent, id),
    'place in own workbin': (agent, id) => place(agent, id, { workbin: 'Drafts' }),
    'place in team workbin': (agent, id) => place(agent, id, { workbin: 'Team', owner: 'Tech' }),
    'pull from workbin': (agent, id) => pullInteraction(scene.deps, agent, id, 'workbin'),
    'pull from queue': (agent, id) => pullInteraction(scene.deps, agent, id, 'queue'),
    'transfer to group': (agent, id) => transferInteraction(scene.deps, agent, id, { to: { agentGroup: 'Tech' } }),
    'transfer to agent': (agent, id) => transferInteraction(scene.deps, agent, id, { to: { agent: 'a0' } }),
    'transfer to queue': (agent, id) => transferInteraction(scene.deps, agent, id, { to: { queue: 'Inbound queue' } }),
    done: (agent, id) => finishHandling(scene.deps, agent, id),
    route: () => route(),
    'log out and in': async (agent) => {
      await logoutAgent(scene.deps, agent);
      await loginAgent(scene.deps, agent, ['email']);
      await setReady(scene.deps, agent, { media: 'email', ready: true });
    },
    'let transfers run out': () =>
      returnTransfers(scene.deps, [scene.tenantId], new Date(scene.now.getTime() + 3_600_000)),
  };
  const step = fc.record({ act: fc.constantFrom(...Object.keys(acts)), agent: fc.nat(2), interaction: fc.nat(4) });

  it('leave each interaction in one place and no agent beyond capacity', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 15 }), async (rounds) => {
        scene = await routingScene(database.pool);
        const agents = await Promise.all([0, 1, 2].map((n) => scene.agent(`a${n}`, { capacity: 1 + (n % 2) })));
        await scene.group('Tech', agents);
        const ids: string[] = [];
        while (ids.length < 5) ids.push(await scene.waiting());
        await route();
        for (const round of rounds) {
          const done = await Promise.allSettled(
            round.map(async ({ act, agent, interaction }) => acts[act]?.(agents[agent] ?? '', ids[interaction] ?? '')),
          );
          // What is refused is refused for a reason that the caller may read; a fault of ours is none.
          for (const one of done)
            if (one.status === 'rejected')
              expect(one.reason).toMatchObject({ code: expect.stringMatching(/^request\//) });
          await expectSound();
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

/** What holds of every interaction and agent of the scene, whatever happened. */
async function expectSound(): Promise<void> {
  const { rows: unsound } = await database.pool.query(
    `select i.id, i.state, i.queue, i.agent_id, i.workbin_owner, r.agent_id as invited from interactions i
     left join routing_requests r on r.interaction_id = i.id
     where i.tenant_id = $1 and not case i.state
       when 'queued' then i.queue is not null and i.agent_id is null and i.workbin_owner is null and r.interaction_id is null
       when 'workbin' then i.queue is not null and i.workbin_owner is not null and r.interaction_id is null
         and (i.workbin_owner not like 'agent:%' or i.agent_id = substr(i.workbin_owner, 7))
       when 'routing' then i.queue is null and i.agent_id is null and r.interaction_id is not null and r.agent_id is null
       when 'inviting' then i.queue is null and i.agent_id is not null and r.agent_id = i.agent_id
       when 'handling' then i.queue is null and i.agent_id is not null and r.interaction_id is null
       else r.interaction_id is null end`,
    [scene.tenantId],
  );
  expect(unsound).toEqual([]);
  const { rows: overloaded } = await database.pool.query(
    `select a.user_name from agents a where a.tenant_id = $1 and (a.capacity ->> 'email')::int <
       (select count(*) from interactions i where i.agent_id = a.id and i.state in ('inviting', 'handling'))`,
    [scene.tenantId],
  );
  expect(overloaded).toEqual([]);
}
