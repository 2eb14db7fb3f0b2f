import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OpenMediaClient, OpenMediaFailure } from '#runtime/media/open/sdk/open-media-client.ts';
import { verifyWebhook } from '#runtime/media/open/sdk/verify-webhook.ts';
import type { Caller } from '#test/support/api.ts';
import { until } from '#test/support/until.ts';
import { expectStatus, startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let nia: Caller;
let token: string;
let client: OpenMediaClient;
const medium = {
  name: 'workitem',
  label: 'Work item',
  icon: 'checklist',
  capacity: 3,
  canReply: true,
  tellsStates: true,
  delivery: 'pull',
};

beforeAll(async () => {
  product = await startWholeProduct({ argv: ['--service-hosts=127.0.0.1'] });
  expectStatus(await product.administrator.call('PUT', '/api/open-media/workitem', medium), 204);
  const made = await product.administrator.call('POST', '/api/tokens', { name: 'Orders', roles: ['open-media'] });
  expectStatus(made, 201);
  token = made.body.token;
  client = new OpenMediaClient({ url: product.url, token, media: 'workitem' });
  nia = await product.logIn('nia');
  expectStatus(await nia.call('POST', '/api/desktop/login', {}), 200);
  expectStatus(await nia.call('POST', '/api/desktop/ready', { media: 'workitem', ready: true }), 200);
}, 120_000);
afterAll(() => product.stop());

/** Nia accepts what is offered to them about this, and answers its id. */
async function accepted(subject: string): Promise<string> {
  const offer = await until(async () => {
    const { body } = await nia.call('GET', '/api/desktop');
    return body.invitations.find((one: { subject: string }) => one.subject === subject) as { id: string } | undefined;
  });
  expectStatus(await nia.call('POST', `/api/desktop/interactions/${offer.id}/accept`), 200);
  return offer.id;
}

function answer(id: string, text: string): Promise<unknown> {
  const body = { to: [{ address: 'erp-4711', name: '' }], subject: '', html: `<p>${text}</p>` };
  return nia
    .call('POST', `/api/desktop/interactions/${id}/reply`, body)
    .then((answered) => expectStatus(answered, 200));
}

test('the program of the sample hands work items in, and hears of answers and states until all are over', async () => {
  const play = join(import.meta.dirname, '../../samples/abc-work-item-bp/play.ts');
  const child = spawn(process.execPath, [play, product.url, token], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));

  const id = await accepted('Check invoice 2048');
  const shown = await nia.call('GET', `/api/interactions/${id}`);
  expect(shown.body.message.text).toContain('The customer has paid meanwhile.');
  expect(shown.body.data).toMatchObject({ Category: 'Billing', Paid: true });
  expect(shown.body.contact).toMatchObject({
    attributes: { System: 'ERP' },
    addresses: [{ kind: 'workitem', value: 'erp-4711' }],
  });
  expect((await nia.call('GET', `/api/interactions/${id}/posts`)).body).toMatchObject([{ externalId: 'note-1' }]);
  await answer(id, 'It is paid.');

  expect(await ended).toBe(0);
  expect(printed).toContain('task-1 answered by nia: It is paid.');
  expect(printed).toContain('task-1 is stopped');
  expect(printed).toContain('all over');
  expect(await client.read('task-2')).toMatchObject({ state: 'stopped', reason: 'The carrier called by itself' });
  await until(async () => ((await client.read('task-3')).queue === 'Rejected' ? true : undefined));
  await until(async () => {
    const { rows } = await product.pool.query('select state from interactions where parent_id = $1', [id]);
    return rows[0]?.state === 'stopped' ? true : undefined;
  });
}, 60_000);

test('what is repeated is taken once, and what is not its own is refused', async () => {
  const task = { endpoint: 'workitem', externalId: 'twice', subject: 'Twice', text: 'Text' };
  const first = await client.submit(task);
  const message = { id: 'm1', text: 'More' };
  const again = await client.submit(task);
  await client.append('twice', message);

  expect([again, (await client.append('twice', message)).duplicate]).toEqual([{ ...first, duplicate: true }, true]);
  const { rows } = await product.pool.query('select text from messages where interaction_id = $1', [
    first.interactionId,
  ]);
  expect(rows[0]?.text.match(/More/g)).toHaveLength(1);
  await expect(new OpenMediaClient({ url: product.url, token, media: 'email' }).read('twice')).rejects.toMatchObject({
    status: 404,
  });
  await expect(client.append('nobody', message)).rejects.toBeInstanceOf(OpenMediaFailure);
  const forbidden = await fetch(`${product.url}/api/interactions`, { headers: { authorization: `Bearer ${token}` } });
  expect(forbidden.status).toBe(403);
});

test('a webhook hears of an answer, signed, again until it takes it, and its refusal leads the reply to ErrorHeld', async () => {
  const heard: string[] = [];
  let refusals = 1;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const signature = String(request.headers['signalbox-signature']);
      void verifyWebhook(body, { signature, secret: 'a webhook secret' }).then((event) => {
        heard.push(event?.kind === 'reply' ? event.text : (event?.kind ?? 'forged'));
        if (event?.kind !== 'reply') return response.writeHead(204).end();
        refusals -= 1;
        return refusals >= 0 ? response.writeHead(503).end() : response.writeHead(422).end('The order is closed');
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { administrator } = product;
  const secret = { name: 'Webhook', hosts: [], value: 'a webhook secret' };
  expectStatus(await administrator.call('PUT', '/api/secrets/Webhook', secret), 204);
  const webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const told = { ...medium, delivery: 'webhook', webhook, secret: 'Webhook' };
  expectStatus(await administrator.call('PUT', '/api/open-media/workitem', told), 204);

  await client.submit({
    endpoint: 'workitem',
    externalId: 'hook',
    subject: 'Told by webhook',
    data: { Category: 'Billing', DueInHours: 0 },
  });
  await answer(await accepted('Told by webhook'), 'Closed?');

  const problem = await until(async () => {
    const { rows } = await product.pool.query(
      `select problem from interactions where media = 'workitem' and type = 'Outbound' and queue = 'ErrorHeld'`,
    );
    return rows[0]?.problem as { message: string } | undefined;
  });
  expect(problem.message).toContain('The order is closed');
  expect(heard.filter((one) => one === 'Closed?')).toHaveLength(2);
  expect(heard).not.toContain('forged');
  server.closeAllConnections();
  server.close();
}, 60_000);
