import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;

beforeAll(async () => {
  product = await startWholeProduct();
  browser = await openBrowser(product.url);
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function open(tab: string): Promise<Page> {
  const path = `/design/${encodeURIComponent('ABC Simple BP')}/${encodeURIComponent('Process ABC')}`;
  const page = await browser.open(path, { cookie: product.administrator.cookie });
  await page.locator('[aria-busy="false"]').waitFor();
  await page.getByRole('tab', { name: tab }).click();
  return page;
}

test('tests of a strategy run in the page, and the canvas shows what they cover', async () => {
  const page = await open('Tests');

  await page.getByText('4 of 4 passed').waitFor();
  await page.getByTitle('4 tests come here').first().waitFor();
  await page.getByRole('button', { name: 'Replay real interactions' }).click();
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  await page.getByText('Nothing changes for 0 interactions.').waitFor();
  expect(browser.faults).toEqual([]);
});

test('a simulation steps from block to block and is kept as a test', async () => {
  const page = await open('Simulate');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const steps = page.getByRole('list', { name: 'Steps' });
  await steps.getByText('Entry, next').waitFor();

  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await steps.getByText('Say we got it, next').waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await steps.getByText('Distribute, left by routed').waitFor();
  await page.getByRole('button', { name: 'Keep as a test' }).click();
  await page.getByRole('tab', { name: 'Tests' }).click();

  await page.getByText('5 of 5 passed').waitFor();
  expect(browser.faults).toEqual([]);
});
