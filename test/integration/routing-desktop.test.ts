import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Reply } from '#runtime/agent/compose-reply.ts';
import { acceptInvitation } from '#runtime/agent/accept-invitation.ts';
import { desktopState } from '#runtime/agent/desktop-state.ts';
import { readDraft, saveDraft } from '#runtime/agent/draft.ts';
import { finishHandling } from '#runtime/agent/finish-handling.ts';
import { loginAgent } from '#runtime/agent/login-agent.ts';
import { logoutAgent } from '#runtime/agent/logout-agent.ts';
import { placeFromAgent } from '#runtime/agent/place-from-agent.ts';
import { pullInteraction } from '#runtime/agent/pull-interaction.ts';
import { rejectInvitation } from '#runtime/agent/reject-invitation.ts';
import { replyFromAgent } from '#runtime/agent/reply-from-agent.ts';
import { setDoNotDisturb } from '#runtime/agent/set-do-not-disturb.ts';
import { setReady } from '#runtime/agent/set-ready.ts';
import { routeWaiting } from '#runtime/routing/route-waiting.ts';
import { newId } from '#runtime/store/new-id.ts';
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

const route = () => routeWaiting(database.pool, { tenantId: scene.tenantId, invitationMs: 30_000, now: scene.now });

/** An interaction that this agent has accepted. */
async function handled(agentId: string): Promise<string> {
  const id = await scene.waiting({ targets: [{ agent: agentId }] });
  await route();
  await acceptInvitation(scene.deps, agentId, id);
  return id;
}

const aReply = (changes: Partial<Reply> = {}): Reply => ({
  to: [{ address: 'ada@example.net', name: 'Ada' }],
  cc: [],
  bcc: [],
  subject: 'Re: Help',
  html: '<p>Gladly.</p>',
  attachments: [],
  keepOpen: false,
  forwards: false,
  ...changes,
});

describe('a reply to an SMS', () => {
  it('is an SMS from the number that was written to, of the words alone, to one number and without files', async () => {
    const agent = await scene.agent('kim');
    const id = await handled(agent);
    await database.pool.query(
      `update interactions set media = 'sms', from_address = '+4915112345678', to_address = '+4930999', out_queues = '{Out}' where id = $1`,
      [id],
    );
    const sms = (changes: Partial<Reply>) =>
      aReply({ to: [{ address: '+49 151 12345678', name: '' }], html: '<p>Soon, <b>Ada</b>.</p>', ...changes });

    await expect(replyFromAgent(scene.deps, agent, id, aReply())).rejects.toMatchObject({ code: 'request/invalid' });
    const file = replyFromAgent(scene.deps, agent, id, sms({ attachments: [newId()] }));
    await expect(file).rejects.toMatchObject({ code: 'request/invalid' });

    const { interactionId } = await replyFromAgent(scene.deps, agent, id, sms({}));
    const { rows } = await database.pool.query(
      `select i.media, i.from_address, i.to_address, m.text, m.html from interactions i join messages m on m.interaction_id = i.id where i.id = $1`,
      [interactionId],
    );
    expect(rows).toEqual([
      { media: 'sms', from_address: '+4930999', to_address: '+4915112345678', text: 'Soon, Ada.', html: null },
    ]);
  });
});

describe('log-in', () => {
  it('opens the session not ready, and does nothing the second time', async () => {
    const agent = await scene.agent('kim', { ready: false });

    await loginAgent(scene.deps, agent, ['email']);

    const state = await desktopState(database.pool, agent);
    expect(state).toMatchObject({ loggedIn: true, media: [{ media: 'email', ready: false, current: 0, capacity: 1 }] });
    const { rows } = await database.pool.query('select kind from events where tenant_id = $1', [scene.tenantId]);
    expect(rows.map((row) => row.kind)).toEqual(['AgentLogin', 'MediaAdded']);
  });

  it('is needed before becoming ready', async () => {
    const agent = await scene.agent('kim');
    await logoutAgent(scene.deps, agent);

    const answer = setReady(scene.deps, agent, { media: 'email', ready: true });

    await expect(answer).rejects.toMatchObject({
      code: 'request/conflict',
      message: expect.stringContaining('log in'),
    });
  });
});

describe('an invitation', () => {
  it('is shown on the desktop, with its end', async () => {
    const agent = await scene.agent('kim');
    const id = await scene.waiting();
    await route();

    const state = await desktopState(database.pool, agent);

    expect(state.invitations).toHaveLength(1);
    expect(state.invitations[0]).toMatchObject({ id, state: 'inviting', agentName: 'kim', subject: 'Help' });
    expect(state.invitations[0]!.expiresAt).toBe(new Date(scene.now.getTime() + 30_000).toISOString());
    expect(state.media[0]).toMatchObject({ current: 1, capacity: 1 });
  });

  it('is not made while "do not disturb" is on', async () => {
    const agent = await scene.agent('kim');
    await setDoNotDisturb(scene.deps, agent, true);
    await scene.waiting();

    expect(await route()).toEqual([]);
  });

  it('accepted gives the interaction to the agent, and its run the answer', async () => {
    const agent = await scene.agent('kim');
    const id = await scene.waiting();
    const { run_id: runId } = await scene.interaction(id);
    await route();

    await acceptInvitation(scene.deps, agent, id);
    await acceptInvitation(scene.deps, agent, id);

    expect(await scene.interaction(id)).toMatchObject({ state: 'handling', agent_id: agent, delivered_at: scene.now });
    const answers = await database.pool.query('select seq, result from answers where run_id = $1', [runId]);
    expect(answers.rows).toEqual([{ seq: 4, result: { agent: 'kim' } }]);
    expect(await scene.eventKinds(id)).toEqual(['AgentInvited', 'PartyAdded', 'PartyRemoved']);
    expect(scene.woken).toEqual([`run ${String(runId)}`]);
  });

  it('cannot be accepted by anybody else', async () => {
    await scene.agent('kim');
    const id = await scene.waiting();
    await route();
    const other = await scene.agent('lee');

    const answer = acceptInvitation(scene.deps, other, id);

    await expect(answer).rejects.toMatchObject({ message: expect.stringContaining('offered to somebody else') });
  });

  it('of another tenant does not exist', async () => {
    await scene.agent('kim');
    const id = await scene.waiting();
    const stranger = await (await routingScene(database.pool)).agent('eve');

    await expect(acceptInvitation(scene.deps, stranger, id)).rejects.toMatchObject({ code: 'request/not-found' });
  });

  it('rejected returns to its queue, ends the run, and spares the agent for a while', async () => {
    const agent = await scene.agent('kim');
    const id = await scene.waiting({ priority: 7 });
    const before = await scene.interaction(id);
    await route();
    scene.now = new Date(scene.now.getTime() + 5000);

    await rejectInvitation(scene.deps, agent, id, 'Not my topic');

    expect(await scene.interaction(id)).toMatchObject({
      state: 'queued',
      queue: 'Inbound queue',
      agent_id: null,
      priority: 7,
      placed_at: scene.now,
      moved_at: before['moved_at'],
    });
    const run = await database.pool.query('select state, path from runs where id = $1', [before['run_id']]);
    expect(run.rows).toEqual([{ state: 'ended', path: [{ block: 'entry', port: 'next' }] }]);
    expect(await scene.eventKinds(id)).toEqual(['AgentInvited', 'Rejected', 'PartyRemoved', 'PlacedInQueue']);
    expect(scene.woken).toEqual(['queue Inbound queue']);
    const declines = await database.pool.query('select until from declines where interaction_id = $1', [id]);
    expect(declines.rows).toEqual([{ until: new Date(scene.now.getTime() + 30_000) }]);
  });
});

describe('handling', () => {
  it('ends when done, with the disposition', async () => {
    const agent = await scene.agent('kim');
    const id = await handled(agent);

    await finishHandling(scene.deps, agent, id, 'Solved');
    await finishHandling(scene.deps, agent, id, 'Solved');

    const stopped = await scene.interaction(id);
    expect(stopped).toMatchObject({ state: 'stopped', stop_reason: 'Done', stopped_at: scene.now });
    expect(stopped['data']).toMatchObject({ DispositionCode: 'Solved', Topic: 'billing' });
    expect((await scene.eventKinds(id)).slice(-2)).toEqual(['PartyRemoved', 'ProcessingStopped']);
  });

  it('may put the interaction into the queues of its strategy only', async () => {
    const agent = await scene.agent('kim');
    const id = await handled(agent);

    await expect(placeFromAgent(scene.deps, agent, id, { queue: 'QA' })).rejects.toMatchObject({
      message: expect.stringContaining('its strategy allows Inbound queue'),
    });
    await placeFromAgent(scene.deps, agent, id, { queue: 'Inbound queue' });

    expect(await scene.interaction(id)).toMatchObject({ state: 'queued', queue: 'Inbound queue', agent_id: null });
    expect(scene.woken.at(-1)).toBe('queue Inbound queue');
  });

  it('ends at log-out: back to the queue, the draft kept', async () => {
    const agent = await scene.agent('kim', { capacity: 2 });
    const id = await handled(agent);
    const offered = await scene.waiting();
    await route();
    const { queue: _queue, keepOpen: _keepOpen, requestId: _requestId, ...draft } = aReply();
    await saveDraft(scene.deps, agent, id, draft);

    await logoutAgent(scene.deps, agent);

    expect(await scene.interaction(id)).toMatchObject({ state: 'queued', queue: 'Inbound queue' });
    expect(await scene.interaction(offered)).toMatchObject({ state: 'queued', queue: 'Inbound queue' });
    expect(await readDraft(database.pool, agent, id)).toEqual(draft);
    expect(await desktopState(database.pool, agent)).toMatchObject({ loggedIn: false, handling: [] });
  });
});

describe('a reply', () => {
  it('that forwards takes the files of the original along, and leaves the interaction with its agent', async () => {
    const agent = await scene.agent('kim');
    const id = await handled(agent);
    await database.pool.query(
      `insert into blobs (hash, size, bytes) values ('\\x01', 1, '\\x00') on conflict do nothing`,
    );
    await database.pool.query(
      `insert into attachments (id, interaction_id, tenant_id, position, file_name, content_type, size, inline, hash)
       select gen_random_uuid(), $1, $2, n, name, 'text/plain', 1, n = 0, '\\x01'
       from (values (0, 'logo.png'), (1, 'bill.pdf')) as files(n, name)`,
      [id, scene.tenantId],
    );

    const reply = aReply({ forwards: true, keepOpen: true, subject: 'Fwd: Help' });
    const { interactionId } = await replyFromAgent(scene.deps, agent, id, reply);

    const { rows } = await database.pool.query('select file_name from attachments where interaction_id = $1', [
      interactionId,
    ]);
    expect(rows).toEqual([{ file_name: 'bill.pdf' }]);
    expect(await scene.interaction(interactionId)).toMatchObject({ subtype: 'OutboundForward' });
    expect(await scene.interaction(id)).toMatchObject({ state: 'handling' });
  });

  it('becomes a child in the first out-queue, and stops the parent', async () => {
    const agent = await scene.agent('kim');
    const id = await handled(agent);

    const { interactionId, queue } = await replyFromAgent(scene.deps, agent, id, aReply());

    expect(queue).toBe('Outbound queue');
    expect(await scene.interaction(id)).toMatchObject({ state: 'stopped', stop_reason: 'Replied' });
    const child = await scene.interaction(interactionId);
    expect(child).toMatchObject({
      state: 'queued',
      queue: 'Outbound queue',
      type: 'Outbound',
      subtype: 'OutboundReply',
      parent_id: id,
      thread_id: id,
      from_address: 'support@example.com',
      from_name: 'kim',
      to_address: 'ada@example.net',
    });
    expect(child['data']).toMatchObject({ Topic: 'billing', Subject: 'Re: Help', _OwnerEmployeeId: 'kim' });
    expect(child['data']).not.toHaveProperty('Header_X');
    const { rows } = await database.pool.query('select * from messages where interaction_id = $1', [interactionId]);
    expect(rows[0]).toMatchObject({
      direction: 'out',
      message_id: `<${interactionId}@example.com>`,
      in_reply_to: '<question@example.net>',
      reference_ids: ['<first@example.net>', '<question@example.net>'],
      from_address: { address: 'support@example.com', name: 'kim' },
      text: 'Gladly.',
      html: '<p>Gladly.</p>',
    });
    expect(await scene.eventKinds(interactionId)).toEqual(['InteractionSubmitted', 'PlacedInQueue']);
    expect(scene.woken.at(-1)).toBe('queue Outbound queue');
  });

  it('sent twice with the same request id is sent once', async () => {
    const agent = await scene.agent('kim');
    const id = await handled(agent);
    const reply = aReply({ requestId: newId(), queue: 'QA' });

    const answers = await Promise.all([1, 2, 3].map(() => replyFromAgent(scene.deps, agent, id, reply)));

    expect(new Set(answers.map((answer) => `${answer.interactionId} ${answer.queue}`)).size).toBe(1);
    expect(answers.filter(({ duplicate }) => duplicate)).toHaveLength(2);
    const children = await database.pool.query('select from interactions where parent_id = $1', [id]);
    expect(children.rowCount).toBe(1);
  });

  it('may keep the parent open', async () => {
    const agent = await scene.agent('kim');
    const id = await handled(agent);

    await replyFromAgent(scene.deps, agent, id, aReply({ keepOpen: true }));

    expect(await scene.interaction(id)).toMatchObject({ state: 'handling', agent_id: agent });
  });

  it('cannot put another header into the mail', async () => {
    const agent = await scene.agent('kim');
    const id = await handled(agent);
    const subject = 'Re: Help\r\nBcc: everybody@example.org\u2028X: y';

    const { interactionId } = await replyFromAgent(scene.deps, agent, id, aReply({ subject, keepOpen: true }));
    const wrong = [{ address: 'ada@example.net>\r\nBcc: x@example.org', name: '' }];

    expect((await scene.interaction(interactionId))['subject']).toBe('Re: Help Bcc: everybody@example.org X: y');
    await expect(replyFromAgent(scene.deps, agent, id, aReply({ to: wrong }))).rejects.toMatchObject({
      code: 'request/invalid',
      facts: { field: 'to.0.address' },
    });
  });

  it('carries what its agent uploaded, and nothing of others', async () => {
    const agent = await scene.agent('kim');
    const id = await handled(agent);
    const hash = createHash('sha256').update('hello').digest();
    const [mine, theirs] = [newId(), newId()];
    await database.pool.query(`insert into blobs values ($1, 5, 'hello') on conflict do nothing`, [hash]);
    await database.pool.query(
      `insert into uploads (id, tenant_id, agent_id, file_name, content_type, hash, size)
       values ($1, $3, $4, 'a.txt', 'text/plain', $5, 5), ($2, $3, 'somebody', 'b.txt', 'text/plain', $5, 5)`,
      [mine, theirs, scene.tenantId, agent, hash],
    );

    await expect(replyFromAgent(scene.deps, agent, id, aReply({ attachments: [theirs] }))).rejects.toMatchObject({
      code: 'request/not-found',
    });
    const { interactionId } = await replyFromAgent(scene.deps, agent, id, aReply({ attachments: [mine] }));

    const text = 'select file_name, content_type, size, hash, position from attachments where interaction_id = $1';
    const { rows } = await database.pool.query(text, [interactionId]);
    expect(rows).toEqual([{ file_name: 'a.txt', content_type: 'text/plain', size: 5, hash, position: 0 }]);
  });
});

describe('pulling', () => {
  it('takes an interaction out of its queue, within the capacity', async () => {
    const agent = await scene.agent('kim', { ready: false });
    const [first, second] = [await scene.waiting(), await scene.waiting()];
    await database.pool.query(
      `update interactions set state = 'queued', queue = 'Inbound queue', taken_from = null, run_id = null where id = any($1)`,
      [[first, second]],
    );

    await pullInteraction(scene.deps, agent, first, 'queue');
    const tooMany = pullInteraction(scene.deps, agent, second, 'queue');

    await expect(tooMany).rejects.toMatchObject({ message: expect.stringContaining('has 1 of 1 email') });
    expect(await scene.interaction(first)).toMatchObject({
      state: 'handling',
      taken_from: 'Inbound queue',
      queue: null,
    });
    expect(await scene.eventKinds(first)).toEqual(['TakenFromQueue', 'PartyAdded']);
  });
});
