import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

const form = {
  name: 'contact',
  title: 'Write to us',
  mailbox: 'support@abc.example',
  minSeconds: 0,
  fields: [
    { key: 'Email', label: 'Your address', kind: 'email', meaning: 'address', required: true },
    { key: 'Message', label: 'Message', kind: 'lines', meaning: 'message' },
  ],
};

let product: WholeProduct;

beforeAll(async () => {
  product = await startWholeProduct();
  expectStatus(await product.administrator.call('PUT', '/api/web-forms/contact', form), 204);
});
afterAll(() => product?.stop());

test('no form that was answered with 200 is lost or doubled when the process is killed', async () => {
  const tokens = await Promise.all(
    Array.from({ length: 15 }, async () => {
      const opened = await fetch(`${product.url}/api/forms/default/contact`);
      return String(((await opened.json()) as { token: string }).token);
    }),
  );
  const send = async (token: string): Promise<string | undefined> => {
    const body = new FormData();
    for (const [key, value] of Object.entries({ Email: 'kill@customer.example', Message: token, token }))
      body.append(key, value);
    try {
      const answer = await fetch(`${product.url}/api/forms/default/contact`, { method: 'POST', body });
      return answer.status === 200 ? ((await answer.json()) as { reference: string }).reference : undefined;
    } catch {
      // The process died under it: a page would send it again.
      return undefined;
    }
  };
  const under = tokens.map((token, index) => (index < 5 ? send(token) : Promise.resolve(undefined)));
  const first = await under[0];
  const rest = tokens.slice(5).map(send);
  await product.restart();
  const before = [first, ...(await Promise.all([...under.slice(1, 5), ...rest]))];
  const after: (string | undefined)[] = [];
  for (const token of tokens) after.push(await send(token));

  expect(first).toBeDefined();
  for (const [index, reference] of before.entries()) if (reference !== undefined) expect(after[index]).toBe(reference);
  const { rows } = await product.pool.query<{ id: string }>(
    `select id from interactions where data ->> 'WebForm' = 'contact'`,
  );
  expect(rows.map(({ id }) => id).toSorted((a, b) => a.localeCompare(b))).toEqual(
    after.toSorted((a = '', b = '') => a.localeCompare(b)),
  );
});
