import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { startWebService, type WebService } from '#test/support/web-service.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;
let service: WebService;

beforeAll(async () => {
  [product, service] = await Promise.all([
    startWholeProduct(),
    startWebService((_request, response) => response.writeHead(204).end()),
  ]);
  browser = await openBrowser(product.url);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([product.stop(), service.stop()]);
});

test('a webhook is made, shows its secret once, says why it may not post, and is forgotten', async () => {
  const page = await browser.open('/settings/webhooks', { cookie: product.administrator.cookie });
  await page.getByRole('button', { name: 'New webhook' }).first().click();
  await page.getByLabel('Name').fill('Data hall');
  await page.getByRole('textbox', { name: 'Address' }).fill('data hall');
  await page.getByRole('button', { name: 'Make webhook' }).click();
  expect(await page.getByRole('textbox', { name: 'Address' }).getAttribute('aria-invalid')).toBe('true');

  await page.getByRole('textbox', { name: 'Address' }).fill(`${service.origin}/in`);
  await page.getByRole('button', { name: 'Make webhook' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy the secret now' });
  expect(await dialog.locator('code').innerText()).toMatch(/^sbw_/);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();

  await page.getByRole('heading', { name: 'Data hall' }).waitFor();
  await page.getByRole('button', { name: 'Post a test' }).click();
  await page.getByRole('table', { name: 'Last posts' }).getByText('private address').waitFor();
  expect(service.seen).toEqual([]);

  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No webhook yet').waitFor();
});
