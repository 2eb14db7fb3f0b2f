import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems } from '#test/support/accessibility.ts';
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

const open = (path: string): Promise<Page> => browser.open(path, { cookie: product.administrator.cookie });

test('a routing rule is made by its kind, kept, and offered to the block that follows it', async () => {
  // what a first try has kept would be a name that is taken
  await product.administrator.call('DELETE', '/api/routing-rules/Two%20desks');
  const page = await open('/knowledge/routing-rules');
  await page.getByRole('button', { name: 'New routing rule' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Two desks');
  await page.getByRole('combobox', { name: 'Kind', exact: true }).click();
  await page.getByRole('option', { name: 'Percentage' }).click();
  const row = page.getByRole('group', { name: 'Targets, row 1' });
  await row.waitFor();
  await row.getByLabel('Agent group', { exact: true }).fill('Complaints');
  await row.getByLabel('Share').fill('100');
  await page.getByRole('button', { name: 'Save rule' }).click();
  await page.getByRole('heading', { name: 'Two desks' }).waitFor();

  const kept = await product.administrator.call('GET', '/api/routing-rules/Two%20desks');
  expect(kept.body).toEqual({
    name: 'Two desks',
    kind: 'percentage',
    targets: [{ agentGroup: 'Complaints', percent: 100 }],
  });
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.goto(`${product.url}/design/ABC%20Distribution%20BP/Find%20an%20agent?select=rule`);
  await page.getByLabel('Routing rule', { exact: true }).first().fill('Two');
  await page.getByRole('option', { name: 'Two desks' }).waitFor();
});

test('the form of a percentage tells its targets by kind, also when each has a share', async () => {
  const page = await open('/design/ABC%20Distribution%20BP/Find%20an%20agent?select=shares');

  const second = page.getByRole('group', { name: 'Targets, row 2' });

  await second.waitFor();
  expect(await second.getByLabel('Share').inputValue()).toBe('20 %');
  await second.getByRole('combobox').first().selectOption('Skill expression');
  await second.getByLabel('Skill expression').first().waitFor();
});
