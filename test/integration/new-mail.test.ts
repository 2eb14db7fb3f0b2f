import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, sitDown } from '#test/support/desk.ts';
import { mailTo } from '#test/support/mail/read-sunk.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';
import { until } from '#test/support/until.ts';
import { expectStatus, startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

const support = 'support@abc.example';
const customer = 'jane@customer.example';
const rules = { notReadyReasons: ['Break'], dispositions: [], requiresDisposition: false };

let product: WholeProduct;
let ada: Desk;

beforeAll(async () => {
  product = await startWholeProduct();
  // its server is away: it is only sent from
  const mailbox = { protocol: 'imap', host: '127.0.0.1', port: 9, security: 'none', allowInsecure: true };
  const account = { name: 'Support', user: 'support', password: 'secret', endpoint: 'default', address: support };
  expectStatus(await product.administrator.call('PUT', '/api/mailboxes/Support', { ...mailbox, ...account }), 204);
  ada = await sitDown(product, { userName: 'ada' });
});
afterAll(() => product?.stop());

const requestId = '0198a0de-0000-4000-8000-000000000001';
const sends = (changes: object = {}) =>
  ada.call('POST', '/api/desktop/mails', {
    mailbox: 'Support',
    requestId,
    to: [{ address: customer, name: 'Jane Doe' }],
    subject: 'Your parcel',
    html: '<p>It is <b>late</b>.</p>',
    ...changes,
  });
const namesQueue = async (newMailQueue: string) =>
  expectStatus(await product.administrator.call('PUT', '/api/desktop-rules', { ...rules, newMailQueue }), 204);

test('nothing new is sent until a supervisor names its queue, nor from a mailbox that is none, nor to no address', async () => {
  const early = await sends();
  const none = await ada.call('GET', '/api/desktop/mails/senders');
  await namesQueue('Outbound queue');
  const some = await ada.call('GET', '/api/desktop/mails/senders');
  const elsewhere = await sends({ mailbox: 'None' });
  const nowhere = await sends({ to: [{ address: 'jane', name: '' }] });

  expect(none.body).toEqual({ mailboxes: [] });
  expect(some.body).toEqual({ mailboxes: [{ name: 'Support', address: support }] });
  expect([early, elsewhere, nowhere].map(({ status }) => status)).toEqual([409, 404, 400]);
  const { rows } = await product.pool.query("select from interactions where type = 'Outbound'");
  expect(rows).toEqual([]);
});

test('an agent who is not logged in for e-mail sends nothing, and files of others do not go along', async () => {
  await namesQueue('Outbound queue');
  const ben = await product.logIn('ben');
  const mail = { mailbox: 'Support', requestId, to: [{ address: customer, name: '' }], subject: 'Hello', html: '' };

  const answer = await ben.call('POST', '/api/desktop/mails', mail);
  const withFile = await sends({ attachments: ['0198a0de-0000-4000-8000-000000000002'] });

  expect([answer.status, withFile.status]).toEqual([409, 404]);
  const { rows } = await product.pool.query("select from interactions where type = 'Outbound'");
  expect(rows).toEqual([]);
});

test('an agent writes first: the mail is sent once, belongs to its contact, and the answer joins its thread', async () => {
  await namesQueue('Outbound queue');

  const [first, again] = [await sends(), await sends()];
  expectStatus(first, 200);
  const mail = await mailTo(product.sink, customer, (found) => found.subject === 'Your parcel');
  const { interactionId: id } = first.body as { interactionId: string };

  expect(again.body).toEqual({ ...first.body, duplicate: true });
  expect(mail).toMatchObject({ subject: 'Your parcel', from: { value: [{ address: support }] } });
  expect(mail.text).toContain('It is late.');
  const sent = await until(async () => {
    const { rows } = await product.pool.query<{ state: string }>(
      `select i.subtype, i.state, i.parent_id, c.first_name, c.last_name,
         array(select e.kind from events e where e.interaction_id = i.id order by e.id) as kinds
       from interactions i join contacts c on c.id = i.contact_id where i.id = $1`,
      [id],
    );
    return rows[0]?.state === 'stopped' ? rows[0] : undefined;
  });
  expect(sent).toMatchObject({ subtype: 'OutboundNew', parent_id: null, first_name: 'Jane', last_name: 'Doe' });
  expect(sent).toMatchObject({ kinds: expect.arrayContaining(['InteractionSubmitted', 'ProcessingStopped']) });

  const answer = { from: customer, to: support, subject: 'Re: Your parcel', text: 'I see.' };
  await sendSmtp(product.smtpPort, {
    ...answer,
    messageId: '<answer@customer.example>',
    inReplyTo: mail.messageId ?? '',
  });

  const { rows } = await product.pool.query(
    `select i.thread_id, i.contact_id = o.contact_id as "sameContact" from interactions i join interactions o on o.id = $1
     where i.type = 'Inbound' and i.from_address = $2`,
    [id, customer],
  );
  expect(rows).toEqual([{ thread_id: id, sameContact: true }]);
  expect(product.sink.mails.filter(({ raw }) => raw.includes('Your parcel') && raw.includes('late'))).toHaveLength(1);
});
