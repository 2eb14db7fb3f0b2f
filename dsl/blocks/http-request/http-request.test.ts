import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

const answer = { status: 200, headers: {}, body: { customer: { name: 'Ada', orders: [{ id: 7 }] } } };

test('asks with what expressions yield and takes parts of the answer over', async () => {
  const config = {
    method: 'POST',
    url: 'https://api.example.com/search',
    query: { q: { js: 'interaction.subject' } },
    body: { js: '({ mail: interaction.fromAddress })' },
    secret: 'CRM',
    variables: { name: 'body.customer.name', missing: 'body.customer.phone' },
    attach: { Order: 'body.customer.orders[0].id' },
  };

  const { port, vars, data, calls } = await runBlock('http-request', config, {
    answer,
    interaction: { subject: 'Where?', fromAddress: 'ada@example.com' },
  });

  expect(port).toBe('next');
  expect(vars).toEqual({ name: 'Ada', missing: null });
  expect(data).toEqual({ Order: 7 });
  expect(calls[0]?.params).toMatchObject({
    method: 'POST',
    query: { q: 'Where?' },
    body: { mail: 'ada@example.com' },
    secret: 'CRM',
    timeoutSeconds: 10,
    retries: 0,
  });
});

test.each([
  ['https://user:word@example.com/', 'without user and password'],
  ['file:///etc/passwd', 'an address such as https://'],
  ['example.com', 'an address such as https://'],
])('refuses the address %s', (url, message) => {
  const parsed = blockByType('http-request')?.config.safeParse({ url });

  expect(parsed?.error?.message).toContain(message);
});

test.each([{ Host: 'a' }, { 'Transfer-Encoding': 'chunked' }, { 'X: y': 'a' }, { 'X-A': 'a\r\nX-B: c' }])(
  'refuses the headers %j',
  (headers) => {
    expect(blockByType('http-request')?.config.safeParse({ url: 'https://a.example/', headers }).success).toBe(false);
  },
);
