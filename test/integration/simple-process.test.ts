import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, sitDown } from '#test/support/desk.ts';
import { isAutomatic, mailsTo, mailTo, referencesOf } from '#test/support/mail/read-sunk.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';
import { until } from '#test/support/until.ts';
import { expectStatus, startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

const support = 'support@abc.example';

let product: WholeProduct;
let ada: Desk;
let ben: Desk;

beforeAll(async () => {
  product = await startWholeProduct();
  ada = await sitDown(product, { userName: 'ada' });
  ben = await sitDown(product, { userName: 'ben' });
  await ben.ready(false);
});
afterAll(() => product?.stop());

interface Found {
  readonly id: string;
  readonly state: string;
  readonly subtype: string;
  readonly thread_id: string;
  readonly contact_id: string;
  readonly parent_id: string | null;
}

/** Interactions that came from this customer. */
async function inboundFrom(customer: string): Promise<Found[]> {
  const { rows } = await product.pool.query<Found>(
    `select id, state, subtype, thread_id, contact_id, parent_id from interactions
     where type = 'Inbound' and from_address = $1 order by seq`,
    [customer],
  );
  return rows;
}

async function eventKinds(id: string): Promise<string[]> {
  const { rows } = await product.pool.query<{ kind: string }>(
    'select kind from events where interaction_id = $1 order by id',
    [id],
  );
  return rows.map(({ kind }) => kind);
}

/** A customer writes; answers the id of the interaction and the Message-ID of the mail. */
async function writes(
  customer: string,
  subject: string,
  mail: object = {},
): Promise<{ id: string; messageId: string }> {
  const messageId = `<${subject.replaceAll(' ', '.')}@${customer.split('@')[1]}>`;
  await sendSmtp(product.smtpPort, { from: customer, to: support, subject, text: 'Where is it?', messageId, ...mail });
  const [found] = (await inboundFrom(customer)).slice(-1);
  if (found === undefined) throw new Error('a mail that was taken is no interaction');
  return { id: found.id, messageId };
}

describe('ABC Simple BP', () => {
  const customer = 'jane@customer.example';
  let question: { id: string; messageId: string };

  it('acknowledges a mail and invites an agent, whose answer reaches the customer in the same thread', async () => {
    question = await writes(customer, 'My order');

    const acknowledgement = await mailTo(product.sink, customer, isAutomatic);
    const invitation = await ada.invited(({ id }) => id === question.id);
    await ada.accept(invitation.id);
    await ada.reply(invitation.id, { html: '<p>It is <b>on its way</b>.</p>' });
    const answer = await mailTo(product.sink, customer, (mail) => !isAutomatic(mail));

    expect(acknowledgement.inReplyTo).toBe(question.messageId);
    expect(answer.inReplyTo).toBe(question.messageId);
    expect(referencesOf(answer)).toEqual([question.messageId]);
    expect(answer).toMatchObject({ subject: 'Re: My order', from: { value: [{ address: support }] } });
    expect(answer.html).toContain('on its way');
    expect(answer.text).toContain('on its way');
    expect(await eventKinds(question.id)).toEqual([
      'InteractionSubmitted',
      'PlacedInQueue',
      'TakenFromQueue',
      'PartyAdded',
      'AgentInvited',
      'PartyAdded',
      'PartyRemoved',
      'PartyRemoved',
      'ProcessingStopped',
    ]);
  });

  it('sends acknowledgement and answer by a second pass, once each', async () => {
    const children = await until(async () => {
      const { rows } = await product.pool.query<{ subtype: string; state: string; kinds: string[] }>(
        `select subtype, state, array(select e.kind from events e where e.interaction_id = i.id order by e.id) as kinds
         from interactions i where parent_id = $1 order by seq`,
        [question.id],
      );
      return rows.every(({ state }) => state === 'stopped') ? rows : undefined;
    });
    const pass = ['InteractionSubmitted', 'PlacedInQueue', 'TakenFromQueue', 'PartyAdded', 'PartyRemoved'];
    expect(children).toEqual(
      ['OutboundAcknowledgement', 'OutboundReply'].map((subtype) => ({
        subtype,
        state: 'stopped',
        kinds: [...pass, 'ProcessingStopped'],
      })),
    );
    expect(await mailsTo(product.sink, customer)).toHaveLength(2);
  });

  it('puts the reply to the answer into the thread and to the contact of the question', async () => {
    const answer = await mailTo(product.sink, customer, (mail) => !isAutomatic(mail));
    const messageId = answer.messageId ?? '';
    const followUp = await writes(customer, 'Re: My order', {
      inReplyTo: messageId,
      references: [...referencesOf(answer), messageId],
    });

    const [first, second] = await inboundFrom(customer);
    expect(second).toMatchObject({ id: followUp.id, subtype: 'InboundCustomerReply', thread_id: first?.thread_id });
    expect(second?.contact_id).toBe(first?.contact_id);
    const invitation = await ada.invited(({ id }) => id === followUp.id);
    await ada.accept(invitation.id);
    await ada.reply(invitation.id);
    await mailTo(product.sink, customer, (mail) => mail.inReplyTo === followUp.messageId && !isAutomatic(mail));
  });

  it('takes a mail that is sent twice once', async () => {
    const twice = 'twice@customer.example';
    const first = await writes(twice, 'Again');
    const second = await writes(twice, 'Again');

    expect(second.id).toBe(first.id);
    expect(await inboundFrom(twice)).toHaveLength(1);
    const invitation = await ada.invited(({ id }) => id === first.id);
    await ada.accept(invitation.id);
    expectStatus(await ada.call('POST', `/api/desktop/interactions/${first.id}/done`, {}), 200);
  });
});

describe('an invitation that leads nowhere', () => {
  /** The interaction is offered to Ben instead, and the customer was told once that it has arrived. */
  async function goesOnToBen(id: string, customer: string): Promise<void> {
    await ben.ready(true);
    const again = await ben.invited((invitation) => invitation.id === id);
    await ben.accept(again.id);
    await ben.ready(false);
    await mailTo(product.sink, customer, isAutomatic);
    await ben.reply(id);
    await mailTo(product.sink, customer, (mail) => !isAutomatic(mail));
    expect((await mailsTo(product.sink, customer)).filter(isAutomatic)).toHaveLength(1);
    expect((await inboundFrom(customer)).map(({ state }) => state)).toEqual(['stopped']);
  }

  it('returns to its queue when it is rejected', async () => {
    const customer = 'rejected@customer.example';
    const { id } = await writes(customer, 'Not for Ada');
    await ada.invited((invitation) => invitation.id === id);

    expectStatus(await ada.call('POST', `/api/desktop/interactions/${id}/reject`, { reason: 'Not my topic' }), 200);

    expect(await until(async () => afterReturn(id))).toEqual(['Rejected', 'PartyRemoved', 'PlacedInQueue']);
    await goesOnToBen(id, customer);
  });

  it('returns to its queue when it is missed, and the agent is not ready any more', async () => {
    const customer = 'missed@customer.example';
    const { id } = await writes(customer, 'Nobody looks');
    await ada.invited((invitation) => invitation.id === id);

    await product.pool.query('update routing_requests set expires_at = now() where interaction_id = $1', [id]);

    expect(await until(async () => afterReturn(id))).toEqual([
      'Revoked',
      'PartyRemoved',
      'NotReadyForMedia',
      'PlacedInQueue',
    ]);
    await goesOnToBen(id, customer);
    await ada.ready(true);
  });

  it('returns to its queue when the desktop is closed, also after it was accepted', async () => {
    const customer = 'closed@customer.example';
    const { id } = await writes(customer, 'Battery empty');
    await ada.invited((invitation) => invitation.id === id);
    await ada.accept(id);

    await ada.socket.close();
    await until(async () => {
      const { rowCount } = await product.pool.query(
        `update agent_sessions s set last_seen_at = now() - interval '1 minute'
         where agent_id = (select id from agents where user_name = 'ada')
           and not exists (select from desktop_connections c where c.agent_id = s.agent_id)`,
      );
      return rowCount === 1 || undefined;
    });

    expect(await until(async () => afterReturn(id))).toEqual(['Revoked', 'PartyRemoved', 'PlacedInQueue']);
    await goesOnToBen(id, customer);
    ada = await openDesk(product, ada.who);
  });

  /** The events of its return to Inbound queue, once it has been there. */
  async function afterReturn(id: string): Promise<string[] | undefined> {
    const kinds = await eventKinds(id);
    const from = kinds.findIndex((kind) => kind === 'Rejected' || kind === 'Revoked');
    const to = kinds.indexOf('PlacedInQueue', Math.max(from, 0));
    return from < 0 || to < 0 ? undefined : kinds.slice(from, to + 1);
  }
});

describe('a process that is changed while interactions are under way', () => {
  it('finishes what has begun on its version, and begins what comes on the new one', async () => {
    await ada.ready(false);
    const before = await writes('before@customer.example', 'Old rules');
    await mailTo(product.sink, 'before@customer.example', isAutomatic);

    await activateWithoutAcknowledgement();
    const after = await writes('after@customer.example', 'New rules');
    await until(async () => (await versionOf(after.id)) ?? undefined);
    await ada.ready(true);
    for (const { id } of [before, after]) {
      await ada.invited((invitation) => invitation.id === id);
      await ada.accept(id);
      await ada.reply(id);
    }

    const answered = async (customer: string) =>
      mailTo(product.sink, customer, (mail) => !isAutomatic(mail)).then(() => mailsTo(product.sink, customer));
    expect((await answered('before@customer.example')).map(isAutomatic)).toEqual([true, false]);
    expect((await answered('after@customer.example')).map(isAutomatic)).toEqual([false]);
    expect([await versionOf(before.id), await versionOf(after.id)]).toEqual([1, 2]);
  });

  /** Entry leads to Distribute past the acknowledgement. */
  async function activateWithoutAcknowledgement(): Promise<void> {
    const { administrator } = product;
    const name = encodeURIComponent('ABC Simple BP');
    const { body: process } = await administrator.call('GET', `/api/processes/${name}`);
    const { draft, layout, revision } = process;
    const { blocks } = draft.strategies['Process ABC'];
    blocks.entry.ports.next = 'distribute';
    delete blocks.acknowledge;
    delete draft.strategies['Process ABC'].tests;
    const saved = await administrator.call('PUT', `/api/processes/${name}/draft`, { draft, layout, revision });
    expectStatus(saved, 200);
    const activate = { revision: saved.body.revision };
    expectStatus(await administrator.call('POST', `/api/processes/${name}/activate`, activate), 200);
  }

  async function versionOf(id: string): Promise<number | undefined> {
    const { rows } = await product.pool.query<{ version: number }>(
      `select v.version from runs r join process_versions v on v.id = r.version_id
       where r.interaction_id = $1 and r.strategy = 'Process ABC' order by r.started_at limit 1`,
      [id],
    );
    return rows[0]?.version;
  }
});
