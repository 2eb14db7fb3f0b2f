import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';
import { until } from '#test/support/until.ts';
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
const processPath = `/design/${encodeURIComponent(process)}`;
const strategyPath = `${processPath}/${encodeURIComponent('Process ABC')}`;

/** A canvas whose cards stand where they stay. */
async function open(path: string): Promise<Page> {
  const page = await browser.open(path, { cookie: product.administrator.cookie });
  await page.locator('[aria-busy="false"]').waitFor();
  return page;
}

const card = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name},`) });

async function draft(): Promise<{ strategies: Record<string, { blocks: Record<string, Record<string, unknown>> }> }> {
  return (await product.administrator.call('GET', `/api/processes/${encodeURIComponent(process)}`)).body.draft;
}

/** Adds a block by name after the card that is selected, as the key "/" does. */
async function addNext(page: Page, label: string): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Name of a block' }).fill(label);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: label, exact: true }).waitFor();
}

test('the process canvas shows what flows, with live counts', async () => {
  const page = await open(processPath);

  await page.getByRole('group', { name: /^Queue, Inbound queue/ }).waitFor();
  await page.getByRole('group', { name: /^Strategy, Process ABC/ }).waitFor();
  await page.getByRole('group', { name: /^Agent group, E-mail distribution for processing/ }).waitFor();

  expect(await page.getByText('0 waiting').count()).toBeGreaterThan(0);
  await page.getByRole('group', { name: /^Strategy, Process ABC/ }).dblclick();
  await page.getByRole('heading', { name: 'Process ABC' }).waitFor();
});

test('a Screen and an If block, wired and activated, change what the next mail does', async () => {
  const page = await open(strategyPath);
  await card(page, 'Entry').click();

  await addNext(page, 'Screen');
  await page.getByRole('combobox', { name: 'Screening rule' }).fill('Complaint');
  await page.getByRole('combobox', { name: 'Where not-matched leads' }).click();
  await page.getByRole('option', { name: 'Say we got it' }).click();
  await card(page, 'Screen').click();
  await addNext(page, 'If');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByRole('textbox', { name: 'Value', exact: true }).fill('refund');
  await page.getByRole('combobox', { name: 'Where false leads' }).click();
  await page.getByRole('option', { name: 'Say we got it' }).click();
  await page.getByRole('button', { name: 'Activate', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Block "screen" (Screen) of "Process ABC" is new.').waitFor();
  await sheet.getByText('No problems found').waitFor();
  await sheet.getByRole('button', { name: 'Activate', exact: true }).click();
  await page.getByText('Version 2 active').first().waitFor();

  await sendSmtp(product.smtpPort, {
    from: 'mia@customer.example',
    to: 'support@abc.example',
    subject: 'A complaint about my refund',
    text: 'Hello',
  });
  const path = await until(async () => {
    const page = await product.administrator.call('GET', '/api/interactions?search=refund');
    const [mail] = page.body.interactions;
    const trace = await product.administrator.call('GET', `/api/interactions/${mail?.id}/trace`);
    const run = trace.body.runs?.find((one: { strategy: string }) => one.strategy === 'Process ABC');
    return run?.path.some((step: { block: string }) => step.block === 'if') ? run.path : undefined;
  });
  expect(path.slice(0, 3)).toEqual([
    { block: 'entry', port: 'next' },
    { block: 'screen', port: 'matched' },
    { block: 'if', port: 'true' },
  ]);
});

test('everything is undone and done again, and what stands is saved by itself', async () => {
  const page = await open(strategyPath);
  await card(page, 'Say we got it').click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Confirm receipt');
  await card(page, 'Confirm receipt').waitFor();

  await card(page, 'Entry').click();
  await page.keyboard.press('Control+z');
  await card(page, 'Say we got it').waitFor();
  await page.keyboard.press('Control+y');
  await card(page, 'Confirm receipt').waitFor();

  await page.getByText('Saved', { exact: true }).waitFor();
  expect((await draft()).strategies['Process ABC']?.blocks['acknowledge']?.['name']).toBe('Confirm receipt');
});

test('a block that is deleted leaves no gap, and comes back pasted', async () => {
  const page = await open(strategyPath);
  await card(page, 'Try again').click();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Delete');
  await card(page, 'Try again').waitFor({ state: 'detached' });

  await page.keyboard.press('Control+v');
  await card(page, 'Try again').waitFor();

  for (const _ of ['paste', 'delete']) await page.keyboard.press('Control+z');
  await page.getByText('Saved', { exact: true }).waitFor();
  expect((await draft()).strategies['Process ABC']?.blocks['overflow']?.['ports']).toEqual({ timeout: 'again' });
});

test('the canvas follows the text of the document, and stays as it was while the text is broken', async () => {
  const page = await open(strategyPath);
  await page.getByRole('tab', { name: 'JSON' }).click();
  const editor = page.getByRole('textbox', { name: 'JSON' });
  await editor.waitFor();
  const document = await draft();
  const overflow = document.strategies['Process ABC']?.blocks['overflow'];
  const text = JSON.stringify(document).replace('"name":"Overflow"', '"name":"Ask everybody"');
  expect(overflow?.['name']).toBe('Overflow');

  await editor.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('{ "format": 1 ');
  await page.getByText('The canvas stays as it was until this text can be read.').waitFor();
  await card(page, 'Overflow').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  // the editor closes brackets by itself while somebody types
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('Delete');

  await card(page, 'Ask everybody').waitFor();
});

test('a script is completed by what the strategy sees, and keeps every blank', async () => {
  const page = await open(strategyPath);
  await card(page, 'Entry').click();
  await addNext(page, 'Script');
  const editor = page.getByRole('textbox', { name: 'Script', exact: true });
  await editor.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('await calls.');
  await page.keyboard.press('Control+Space');

  // the first of them by name; the list shows a dozen at a time
  await page.getByRole('option', { name: /^acknowledgement/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('await calls.').first().waitFor();
  await card(page, 'Entry').click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
});

test('a problem leads to its block', async () => {
  const page = await open(strategyPath);
  await card(page, 'Entry').click();
  await addNext(page, 'Classify');
  await card(page, 'Entry').click();
  await page.getByRole('tab', { name: /Problems/ }).click();

  await page.getByRole('tabpanel').getByRole('button', { name: /model/ }).first().click();

  await page.getByRole('heading', { name: 'Classify', exact: true }).waitFor();
  await page.keyboard.press('Control+z');
});

test('an activation the server refuses says why, and deactivating the other process clears the way', async () => {
  const api = product.administrator;
  await api.call('POST', '/api/processes', { name: 'Second' });
  const { revision } = (await api.call('GET', '/api/processes/Second')).body;
  const second = {
    format: 1,
    name: 'Second',
    errorQueue: 'Second queue',
    endpoints: { default: { media: 'email', queue: 'Second queue' } },
    queues: { 'Second queue': { views: {} } },
    strategies: {},
  };
  const layout = { process: { positions: {}, notes: {} }, strategies: {} };
  await api.call('PUT', '/api/processes/Second/draft', { draft: second, layout, revision });
  const activate = async (page: Page) => {
    await page.getByRole('button', { name: 'Activate', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Activate', exact: true }).click();
  };

  const page = await open('/design/Second');
  await activate(page);
  await page.getByText(`The email endpoint "default" belongs to the active process "${process}".`).waitFor();
  expect(await page.getByText('No problems found').count()).toBe(0);
  await page.getByRole('link', { name: 'To the list of processes' }).click();
  await page.getByRole('button', { name: `Deactivate: ${process}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate', exact: true }).click();
  await page.getByText(`${process} is no longer active`).waitFor();
  await page.getByRole('link', { name: /^Second/ }).click();
  await activate(page);

  await page.getByText('Version 1 is active').waitFor();
});

test('pages ran into no fault of their own', () => {
  expect(browser.faults).toEqual([]);
});
