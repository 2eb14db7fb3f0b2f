import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems } from '#test/support/accessibility.ts';
import type { Caller } from '#test/support/api.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { until } from '#test/support/until.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;
let shop: Server;
let shopUrl: string;
let ada: Caller;

beforeAll(async () => {
  product = await startWholeProduct();
  browser = await openBrowser(product.url);
  ada = await product.logIn('ada');
  shop = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${product.url}; connect-src ${product.url}; img-src data:`,
    );
    response.end(`<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Shop</title>
<link rel="icon" href="data:,"></head><body><main><h1>Shop</h1><script src="${product.url}/web-form.js" data-form="contact"></script></main></body></html>`);
  });
  shop.listen(0, '127.0.0.1');
  await once(shop, 'listening');
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await browser?.close();
  shop?.closeAllConnections();
  shop?.close();
  await product?.stop();
});

test('an administrator makes a form, a customer sends it from a page of somebody else, and is answered by e-mail', async () => {
  const settings = await browser.open('/settings/web-forms?create=true', { cookie: product.administrator.cookie });
  await settings.getByRole('textbox', { name: 'Answers come from' }).fill('support@abc.example');
  await settings.getByRole('button', { name: 'Save web form' }).click();
  await settings.getByText('data-form="contact"').waitFor();
  await settings.getByRole('region', { name: 'Preview' }).getByRole('heading', { name: 'Write to us' }).waitFor();

  const page = await browser.open(shopUrl, { cookie: 'nobody=here' });
  await page.getByRole('heading', { name: 'Write to us' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await page.getByLabel('Your e-mail address').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('Your name').fill('Eve Example');
  await page.getByLabel('Your e-mail address').fill('eve@customer.example');
  await page.getByLabel('What is it about?').fill('A parcel');
  await page.getByLabel('Your message').fill('<b>Where</b> is it?');
  await page
    .getByLabel('Files')
    .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from([1, 2, 3]) });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Thank you.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  const desk = await browser.open('/desktop', { cookie: ada.cookie });
  await desk.getByRole('button', { name: 'Log in, ready' }).click();
  await desk.getByRole('button', { name: /Accept/ }).click();
  await desk.getByText('<b>Where</b> is it?').first().waitFor();
  await desk.getByText('photo.png').first().waitFor();
  const { rows } = await product.pool.query<{ id: string }>(
    `select id from interactions where data ->> 'WebForm' = 'contact'`,
  );
  expect(rows).toHaveLength(1);
  const replied = await ada.call('POST', `/api/desktop/interactions/${rows[0]?.id}/reply`, {
    subject: 'Re: A parcel',
    html: '<p>It is on its way.</p>',
    to: [{ address: 'eve@customer.example', name: '' }],
  });
  expect(replied.status, JSON.stringify(replied.body)).toBe(200);
  const mail = await until(() => Promise.resolve(product.sink.mails.find(({ raw }) => raw.includes('on its way'))));
  expect(mail.raw.toString()).toMatch(/^From: .*support@abc\.example/m);
  expect(browser.faults).toEqual([]);
});

test('the script weighs no more than 15 KB compressed', async () => {
  const script = await readFile(join(import.meta.dirname, '../../dist/web-form.js'));

  expect(gzipSync(script).length).toBeLessThan(15 * 1024);
});
