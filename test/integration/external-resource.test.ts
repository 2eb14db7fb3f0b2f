import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';
import { until } from '#test/support/until.ts';

const process: BusinessProcessInput = {
  format: 1,
  name: 'Partners',
  endpoints: { default: { media: 'email', queue: 'In' } },
  queues: {
    In: { views: { All: { submitter: { strategy: 'Main' } } } },
    Out: { parking: true },
    Waiting: { parking: true },
    ErrorHeld: { parking: true },
  },
  strategies: {
    Main: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'external' } },
        external: {
          type: 'if',
          config: { condition: { js: "interaction.subtype === 'InboundExternalReply'" } },
          ports: { true: 'reply', false: 'redirected' },
        },
        redirected: {
          type: 'if',
          config: { condition: { js: "interaction.subject === 'Not for us'" } },
          ports: { true: 'redirect', false: 'forward' },
        },
        redirect: {
          type: 'redirect-email',
          config: { to: 'other@example.net', queue: 'Out' },
          ports: { redirected: 'stop' },
        },
        forward: {
          type: 'forward-email',
          config: {
            to: { js: "interaction.subject === 'To ourselves' ? interaction.mailbox : 'partner@example.net'" },
            text: 'Please answer <$Contact.FirstName$>.',
            queue: 'Out',
          },
          ports: { forwarded: 'park' },
        },
        park: { type: 'queue-interaction', config: { queue: 'Waiting' } },
        reply: { type: 'reply-from-external-resource', config: { queue: 'Out' }, ports: { replied: 'tell' } },
        tell: {
          type: 'update-interactions',
          config: { which: 'ids', ids: { js: 'data.OriginalInteractionId' }, set: { AnsweredBy: 'partner' } },
          ports: { updated: 'stop' },
        },
        stop: { type: 'stop-interaction', config: { reason: 'done' } },
      },
    },
  },
};

describe('forwarding to an external resource', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await startEngine();
    await engine.activate(process);
    engine.listen();
  });
  afterAll(() => engine.stop());

  const settled = (id: string) =>
    until(async () => {
      const { rows } = await engine.database.pool.query('select * from interactions where id = $1', [id]);
      return rows[0].state === 'routing' || rows[0].queue === 'In' ? undefined : rows[0];
    });
  const childrenOf = async (id: string) => {
    const { rows } = await engine.database.pool.query(
      `select i.*, m.message_id, m.in_reply_to, m.reference_ids, m.subject as mail_subject, m.text, m.to_addresses, m.from_address as mail_from,
         m.reply_to, m.automatic
       from interactions i join messages m on m.interaction_id = i.id where i.parent_id = $1 order by i.submitted_at`,
      [id],
    );
    return rows;
  };
  const addressesOf = (addresses: { address: string }[]) => addresses.map(({ address }) => address);

  async function forwarded() {
    const question = anInteraction({ subject: 'Late', text: 'Where is it?' });
    const asked = { ...question, message: { ...question.message, messageId: `<${crypto.randomUUID()}@example.com>` } };
    const { interactionId } = await engine.submissions.submit(asked);
    await settled(interactionId);
    const [forward] = await childrenOf(interactionId);
    return { originalId: interactionId, forward, questionId: asked.message.messageId };
  }

  async function answered(wish: { subject: string; inReplyTo?: string }) {
    const mail = anInteraction({
      subject: wish.subject,
      text: 'Tomorrow.\n\n> Where is it?',
      from: 'partner@example.net',
    });
    const { interactionId } = await engine.submissions.submit({
      ...mail,
      message: { ...mail.message, inReplyTo: wish.inReplyTo, replyText: 'Tomorrow.' },
    });
    return settled(interactionId);
  }

  it('sends the message on, with notes above it and a reference in the subject', async () => {
    const { forward, originalId } = await forwarded();

    expect(forward).toMatchObject({ queue: 'Out', subtype: 'OutboundForward', in_reply_to: null, automatic: 'none' });
    expect(forward.mail_subject).toMatch(/^Fwd: Late \[ref:[a-z2-9]{12}\]$/);
    expect(addressesOf(forward.to_addresses)).toEqual(['partner@example.net']);
    expect(forward.text).toMatch(
      /^Please answer Ada\.\n\n-+ Forwarded message -+\nFrom: Ada Lovelace <ada@example.com>/,
    );
    expect(forward.text).toContain('Where is it?');
    expect((await settled(originalId)).queue).toBe('Waiting');
  });

  it.each(['the headers of the thread', 'the reference in the subject'])(
    'knows the reply by %s and answers the customer with it',
    async (by) => {
      const { forward, originalId, questionId } = await forwarded();

      const reply = await answered(
        by === 'the headers of the thread'
          ? { subject: 'Something else', inReplyTo: forward.message_id }
          : { subject: `AW: ${forward.mail_subject}` },
      );

      expect(reply).toMatchObject({
        state: 'stopped',
        subtype: 'InboundExternalReply',
        parent_id: forward.id,
        thread_id: forward.thread_id,
        data: { OriginalInteractionId: originalId, ForwardedInteractionId: forward.id },
      });
      const [, answer] = await childrenOf(originalId);
      expect(answer).toMatchObject({
        queue: 'Out',
        subtype: 'OutboundReply',
        mail_subject: 'Re: Late',
        text: 'Tomorrow.',
        in_reply_to: questionId,
        thread_id: forward.thread_id,
      });
      expect(addressesOf(answer.to_addresses)).toEqual(['ada@example.com']);
      expect(await settled(originalId)).toMatchObject({
        state: 'stopped',
        stop_reason: 'Answered by the external resource',
        data: { AnsweredBy: 'partner' },
      });
    },
  );

  it('takes an unknown reference for what it is: text', async () => {
    const mail = await answered({ subject: 'Hello [ref:aaaaaaaaaaaa]' });

    expect(mail).toMatchObject({ subtype: 'InboundNew', queue: 'Waiting' });
  });

  it('forwards nothing to its own mailboxes', async () => {
    const { interactionId } = await engine.submissions.submit(anInteraction({ subject: 'To ourselves' }));

    const held = await settled(interactionId);

    expect(held).toMatchObject({ queue: 'ErrorHeld' });
    expect(held.problem.message).toContain('one of our own mailboxes');
    expect(await childrenOf(interactionId)).toEqual([]);
  });

  it('redirects a message as it is, with its sender to answer to', async () => {
    const { interactionId } = await engine.submissions.submit(anInteraction({ subject: 'Not for us', text: 'Hello' }));

    await settled(interactionId);

    const [mail] = await childrenOf(interactionId);
    expect(mail).toMatchObject({
      subtype: 'OutboundRedirect',
      mail_subject: 'Not for us',
      text: 'Hello',
      queue: 'Out',
    });
    expect(mail.mail_from).toEqual({ address: 'support@example.org', name: 'Ada Lovelace' });
    expect(mail.reply_to).toEqual({ address: 'ada@example.com', name: 'Ada Lovelace' });
    expect(addressesOf(mail.to_addresses)).toEqual(['other@example.net']);
  });
});
