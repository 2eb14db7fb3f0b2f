import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dovecot, startDovecot } from '#test/support/mail/dovecot.ts';
import { isAutomatic, mailTo } from '#test/support/mail/read-sunk.ts';
import { until } from '#test/support/until.ts';
import { expectStatus, startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let server: Dovecot;

beforeAll(async () => {
  [product, server] = await Promise.all([startWholeProduct(), startDovecot()]);
});
afterAll(() => Promise.all([product?.stop(), server?.stop()]));

/** A mailbox as the settings page saves it. */
function mailbox(protocol: 'imap' | 'pop3') {
  return {
    name: `Support by ${protocol}`,
    protocol,
    host: 'localhost',
    port: protocol === 'imap' ? server.imapsPort : server.pop3sPort,
    user: server.user,
    password: server.password,
    caPem: server.certificate.cert,
    endpoint: 'default',
    address: 'support@abc.example',
    pollSeconds: 1,
  };
}

function mail(customer: string): string {
  return [
    `From: Jane <${customer}>`,
    'To: support@abc.example',
    'Subject: By mailbox',
    `Message-ID: <1.${customer}>`,
    '',
    'Hello?',
  ].join('\r\n');
}

describe.each(['imap', 'pop3'] as const)('a mailbox fetched from over %s with TLS', (protocol) => {
  const customer = `jane.${protocol}@customer.example`;

  it('feeds the business process, which acknowledges', async () => {
    await server.deliver(mail(customer));
    const { name } = mailbox(protocol);
    expectStatus(
      await product.administrator.call('PUT', `/api/mailboxes/${encodeURIComponent(name)}`, mailbox(protocol)),
      204,
    );

    const acknowledgement = await mailTo(product.sink, customer, isAutomatic);

    expect(acknowledgement.inReplyTo).toBe(`<1.${customer}>`);
    const { rows } = await product.pool.query('select mailbox, endpoint from interactions where from_address = $1', [
      customer,
    ]);
    expect(rows).toEqual([{ mailbox: 'support@abc.example', endpoint: 'default' }]);
  });

  it('is shown as watched, without its password', async () => {
    const shown = await until(async () => {
      const { body } = await product.administrator.call('GET', '/api/mailboxes');
      const found = (body as { name: string; status: { status: string } | null }[]).find(({ name }) =>
        name.endsWith(protocol),
      );
      return found?.status?.status === 'watching' ? found : undefined;
    });

    expect(JSON.stringify(shown)).not.toContain(server.password);
  });
});
