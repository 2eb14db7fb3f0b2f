import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { largeProcess } from '#test/support/large-process.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;

const process = 'Large';

beforeAll(async () => {
  product = await startWholeProduct();
  browser = await openBrowser(product.url);
  const { administrator } = product;
  await administrator.call('POST', '/api/processes', { name: process });
  const { revision } = (await administrator.call('GET', `/api/processes/${process}`)).body;
  const draft = { ...largeProcess(process, 600), revision };
  expect((await administrator.call('PUT', `/api/processes/${process}/draft`, draft)).status).toBe(200);
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const card = (page: Page, name: string) => page.getByRole('group', { name: `${name}, Wait: 5 s`, exact: true });

test('of six hundred blocks those in sight are drawn with their wires, and the others once they are gone to', async () => {
  const page = await browser.open(`/design/${process}/Main?select=wait-300`, { cookie: product.administrator.cookie });
  await card(page, 'Wait 300').waitFor();
  await expect.poll(() => page.getByRole('button', { name: '100 %' }).count()).toBe(1);

  // its neighbours, and the wire on which the row before ends far out of sight
  await card(page, 'Wait 301').waitFor();
  await page.locator('[data-id="wire:wait-299:next"]').waitFor({ state: 'attached' });
  await expect.poll(() => card(page, 'Wait 599').count()).toBe(0);
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(200);

  await page.getByRole('button', { name: 'Fit everything' }).click();
  await page.locator('[data-id="wire:wait-250:next"] path').first().waitFor({ state: 'attached' });
  await page.context().close();
});

test('what is selected out of sight is moved and taken back with the rest', async () => {
  const page = await browser.open(`/design/${process}/Main?select=wait-300`, { cookie: product.administrator.cookie });
  await card(page, 'Wait 300').waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.locator('#page').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('ArrowRight');

  const place = async (): Promise<number> => {
    const { layout } = (await product.administrator.call('GET', `/api/processes/${process}`)).body;
    return layout.strategies.Main.positions['wait-599'].x;
  };
  const before = (599 % 25) * 300;
  await expect.poll(place, { timeout: 20_000 }).toBe(before + 4);

  await page.keyboard.press('Control+z');
  await expect.poll(place, { timeout: 20_000 }).toBe(before);
  await page.context().close();
});
