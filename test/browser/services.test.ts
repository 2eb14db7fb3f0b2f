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

const open = (path: string, size?: { width: number; height: number }): Promise<Page> =>
  browser.open(path, { cookie: product.administrator.cookie, ...(size && { size }) });
const read = async (path: string) => (await product.administrator.call('GET', path)).body as Record<string, unknown>;

test('a list is made from rows of a spreadsheet, changed and kept', async () => {
  const page = await open('/knowledge/lists?create=true');
  await page.getByLabel('Name').fill('Branches');
  await page.getByRole('combobox', { name: 'Columns' }).press('Backspace');
  await page.getByRole('combobox', { name: 'Columns' }).fill('Branch');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Paste rows' }).click();
  await page.getByRole('textbox', { name: 'Rows' }).fill('20095\tNorth\n80331\tSouth');
  await page.getByRole('button', { name: 'Take 2 rows' }).click();
  await page.getByRole('textbox', { name: 'Branch of item 2' }).fill('South-East');
  await page.keyboard.press('Control+s');

  await page.getByRole('heading', { name: 'Branches' }).waitFor();
  expect(await read('/api/lists/Branches')).toMatchObject({
    columns: ['Branch'],
    items: [
      { key: '20095', values: ['North'] },
      { key: '80331', values: ['South-East'] },
    ],
  });
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('business hours are written as people say them, with faults at their day', async () => {
  const page = await open('/knowledge/business-hours?create=true');
  await page.getByLabel('Name').fill('Hotline');
  await page.getByRole('textbox', { name: 'Friday', exact: true }).fill('8-12, 13-');
  await page.getByRole('button', { name: 'Saturday: same as the day before' }).click();
  await page.getByRole('button', { name: 'Add a holiday' }).click();
  await page.getByRole('button', { name: 'Save business hours' }).click();
  await page.getByText('“13-” is not a stretch of hours such as 08:00-17:00').first().waitFor();

  await page.getByRole('textbox', { name: 'Friday', exact: true }).fill('8-12, 13-15');
  await page.getByRole('textbox', { name: 'Saturday', exact: true }).fill('');
  await page.getByRole('textbox', { name: 'Holiday 1' }).fill('Christmas');
  await page.getByRole('textbox', { name: 'Date 1' }).fill('12-25');
  await page.getByRole('button', { name: 'Save business hours' }).click();

  await page.getByRole('heading', { name: 'Hotline' }).waitFor();
  const kept = await read('/api/business-hours/Hotline');
  expect(kept['week']).toMatchObject({
    Monday: [{ from: '08:00', to: '17:00' }],
    Friday: [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '15:00' },
    ],
    Saturday: [],
  });
  expect(kept['holidays']).toEqual([{ name: 'Christmas', date: '12-25', hours: [] }]);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('a secret is kept and never shown again; services name it', async () => {
  const page = await open('/settings/secrets?create=true');
  await page.getByLabel('Name').fill('Scoring key');
  await page.getByLabel('Secret', { exact: true }).fill('the-key');
  await page.getByRole('combobox', { name: 'Hosts that may be shown it' }).fill('scoring.example.com');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save secret' }).click();
  await page.getByRole('heading', { name: 'Scoring key' }).waitFor();
  expect(JSON.stringify(await read('/api/secrets'))).not.toContain('the-key');
  expect(await page.getByLabel('Secret', { exact: true }).inputValue()).toBe('');

  await page.goto(new URL('/settings/external-services?create=true', product.url).href);
  await page.getByLabel('Name').fill('Scoring');
  await page.getByLabel('Address').fill('https://scoring.example.com/requests');
  await page.getByRole('combobox', { name: /^Secret/ }).fill('Scoring key');
  await page.getByRole('textbox', { name: 'Methods' }).fill('Score(mail: text, age?: number)');
  await page.getByRole('button', { name: 'Save external service' }).click();
  await page.getByRole('heading', { name: 'Scoring', exact: true }).waitFor();
  expect(await read('/api/external-services/Scoring')).toMatchObject({
    secret: 'Scoring key',
    methods: { Score: { parameters: [{ name: 'mail' }, { name: 'age', required: false }] } },
  });
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('a data source says why it cannot be asked', async () => {
  const page = await open('/settings/data-sources?create=true');
  await page.getByLabel('Name').fill('Orders');
  await page.getByLabel('Server').fill('127.0.0.1');
  await page.getByLabel('Port').fill('1');
  await page.getByLabel('Database', { exact: true }).fill('orders');
  await page.getByLabel('User').fill('reader');
  await page.getByRole('button', { name: 'Test the connection' }).click();

  await page.getByText('This database cannot be asked').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('macros, functions and their arguments are edited in the forms of a process', async () => {
  const page = await open('/design/ABC%20Service%20BP');
  const macro = page.getByRole('group', { name: 'Macro isValued' });
  await macro.getByText('segment', { exact: true }).waitFor();
  // keys of attached data are offered, and the macro's own parameter is no error
  await macro
    .getByRole('textbox', { name: /isValued/ })
    .last()
    .focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' || data.FromAddr');
  await page.keyboard.press('Control+Space');
  await page
    .getByRole('option', { name: /FromAddress/ })
    .first()
    .waitFor();
  await expect.poll(() => macro.locator('.squiggly-error').count()).toBe(0);
  await page.keyboard.press('Escape');
  for (let left = ' || data.FromAddr'.length; left > 0; left -= 1) await page.keyboard.press('Backspace');

  await page.goto(new URL('/design/ABC%20Service%20BP/Receive%20mail?select=domain', product.url).href);
  const call = page.getByRole('group', { name: /^Calls.*1/ });
  await call.getByText('separator', { exact: true }).first().waitFor();
  await call.getByText('What stands between the parts.').waitFor();
  expect(browser.faults).toEqual([]);
});
