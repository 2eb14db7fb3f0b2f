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

const process = 'ABC Simple BP';
const strategyPath = `/design/${encodeURIComponent(process)}/${encodeURIComponent('Process ABC')}`;

async function open(path: string): Promise<Page> {
  const page = await browser.open(path, { cookie: product.administrator.cookie });
  await page.locator('[aria-busy="false"]').waitFor();
  return page;
}

const card = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name},`) });

test('a note is written and cards are grouped by keys alone, and undo takes both back', async () => {
  const page = await open(strategyPath);

  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Text of the note' }).waitFor();
  await page.keyboard.insertText('Ask legal first');
  await page.keyboard.press('Escape');
  await page.getByRole('group', { name: 'Note: Ask legal first' }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+g');
  await page.getByRole('group', { name: /^Group Group 1, \d+ cards$/ }).waitFor();

  await page.keyboard.press('Control+z');
  await page.getByRole('group', { name: /^Group Group 1/ }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByRole('group', { name: /^Note:/ }).waitFor({ state: 'detached' });
  await page.context().close();
});

test('cards that are aligned share an edge', async () => {
  const page = await open(strategyPath);
  const left = async (name: string) => Math.round((await card(page, name).boundingBox())?.x ?? 0);
  await card(page, 'Entry').click();
  await card(page, 'Overflow').click({ modifiers: ['Shift'] });
  expect(await left('Entry')).not.toBe(await left('Overflow'));

  await page.getByRole('toolbar').getByRole('button', { name: 'Align left edges' }).click();

  await expect.poll(async () => (await left('Entry')) - (await left('Overflow'))).toBe(0);
  await page.keyboard.press('Control+z');
  await page.context().close();
});

test('a variable that is renamed in the Entry is followed into the code of its strategy, which tells where it is used', async () => {
  const page = await open('/design/ABC%20Triage%20BP/Distribute%20mail');
  await card(page, 'Entry').click();
  const variable = (name: string) => page.getByRole('group', { name: `Variables: ${name}` });
  const name = variable('skill').getByRole('textbox', { name: 'Name' });
  await name.fill('not a name');
  await variable('skill').getByText('Letters, digits and underscores, beginning with a letter').waitFor();
  await name.fill('wanted');
  await name.press('Tab');
  await variable('wanted').getByRole('button', { name: 'Where used' }).click();
  await page.getByRole('link', { name: 'Distribute mail / To who knows the topic' }).waitFor();
  await page.getByRole('link', { name: 'Distribute mail / Choose the skill' }).click();

  await page.getByRole('heading', { name: 'Choose the skill' }).waitFor();
  const blocks = async () => {
    const { body } = await product.administrator.call('GET', '/api/processes/ABC%20Triage%20BP');
    return body.draft.strategies['Distribute mail'].blocks;
  };
  await expect.poll(async () => (await blocks()).choose.config.code).toContain('vars.wanted = data.Skill;');
  expect((await blocks()).skilled.config.targets).toEqual([{ skill: { js: 'vars.wanted' } }]);
  await page.context().close();
});

test('what is found is replaced with all its uses, and comes back by one click', async () => {
  const page = await open(strategyPath);
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('Outbound queue');
  await page.getByRole('textbox', { name: 'Replace with' }).fill('Way out');
  const draft = async (): Promise<string> =>
    JSON.stringify(
      (await product.administrator.call('GET', `/api/processes/${encodeURIComponent(process)}`)).body.draft,
    );

  await page.getByRole('button', { name: /^Replace all/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Replace all/ })
    .click();
  await expect.poll(draft).not.toContain('"Outbound queue"');
  expect(await draft()).toContain('"queue":"Way out"');

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(draft).not.toContain('Way out');
  await page.context().close();
});

test('a block is added, wired, set and activated without a mouse', async () => {
  const page = await open(strategyPath);
  await card(page, 'Entry').focus();
  await page.keyboard.press('Enter');

  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Name of a block' }).waitFor();
  await page.keyboard.insertText('Wait');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Wait', exact: true }).waitFor();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.focus();
  await page.keyboard.type('Breathe in');
  await card(page, 'Breathe in').waitFor();
  const way = page.getByRole('combobox', { name: /^Where .* leads$/ }).first();
  await way.focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Distribute' }).waitFor();
  await page.keyboard.press('Escape');
  const activate = page.getByRole('button', { name: 'Activate', exact: true });
  await activate.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await sheet.getByText('No problems found').waitFor();
  await sheet
    .getByRole('button', { name: /^Activate/ })
    .last()
    .focus();
  await page.keyboard.press('Enter');

  await page.getByText('Version 2 active').first().waitFor();
  expect(browser.faults).toEqual([]);
  await page.context().close();
});
