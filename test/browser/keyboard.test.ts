import type { Locator, Page } from 'playwright-core';
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
  // its endpoint is the one the new process is to have
  await product.administrator.call('POST', `/api/processes/${encodeURIComponent('ABC Simple BP')}/deactivate`, {});
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const tabsAtMost = 120;

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs < tabsAtMost; tabs++) {
    if (await target.evaluate((element) => element === globalThis.document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target.toString()}`);
}

/** Chooses a command by its name, as Ctrl-K does. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Search and commands' }).waitFor();
  await page.keyboard.type(name);
  await page.locator('[data-selected]').filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Search and commands' }).waitFor({ state: 'detached' });
}

/** Goes to a field of what is selected and types over what it holds. */
async function fill(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(field, { exact: true }).and(page.locator('input')));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** The same in a field that takes only what it offers. */
async function pick(page: Page, field: string, name: string): Promise<void> {
  await fill(page, field, name);
  await page.getByRole('option', { name, exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Escape, which closes the list of a field first where one is open, until the focus is on the canvas again. */
async function leaveFields(page: Page): Promise<void> {
  const isInField = () => page.evaluate(() => globalThis.document.activeElement?.matches('aside *') === true);
  while (await isInField()) await page.keyboard.press('Escape');
}

async function addObject(page: Page, kind: string, name: string): Promise<void> {
  await command(page, `Add ${kind}`);
  await page.getByRole('heading', { level: 2, name: /./ }).first().waitFor();
  await page.keyboard.press('F2');
  await fill(page, 'Name', name);
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: new RegExp(`^${kind}, ${name}`) }).waitFor();
}

async function addView(page: Page, queue: string, strategy: string): Promise<void> {
  await command(page, `Queue: ${queue}`);
  await page.getByRole('heading', { name: queue, exact: true }).waitFor();
  await command(page, 'Add View');
  await page.keyboard.press('F2');
  await tabTo(page, page.getByRole('button', { name: 'Add a submitter' }));
  await page.keyboard.press('Enter');
  await pick(page, 'Strategy', strategy);
}

/** Adds a block after the one that is selected, as "/" does. */
async function addBlock(page: Page, label: string): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Name of a block' }).waitFor();
  await page.keyboard.type(label);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: label, exact: true }).waitFor();
}

async function openStrategy(page: Page, name: string): Promise<void> {
  await command(page, `Open ${name}`);
  await page.getByRole('group', { name: /^Entry,/ }).waitFor();
  await command(page, 'Entry: Entry');
  await page.getByRole('heading', { name: 'Entry', exact: true }).waitFor();
}

test('ABC Simple BP is built from an empty canvas by keyboard alone, and a mail runs through it', {
  timeout: 240_000,
}, async () => {
  const page = await browser.open('/design', { cookie: product.administrator.cookie });
  await tabTo(page, page.getByRole('button', { name: 'New process' }));
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.type('By keys');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'By keys' }).waitFor();

  for (const queue of ['Inbound queue', 'Outbound queue']) await addObject(page, 'Queue', queue);
  await command(page, 'Add Endpoint');
  await page.keyboard.press('F2');
  await pick(page, 'Queue', 'Inbound queue');
  for (const strategy of ['Process ABC', 'Send ABC']) await addObject(page, 'Strategy', strategy);
  await addView(page, 'Inbound queue', 'Process ABC');
  await addView(page, 'Outbound queue', 'Send ABC');

  await openStrategy(page, 'Process ABC');
  await addBlock(page, 'Acknowledgement');
  await page.keyboard.press('F2');
  await fill(page, 'Standard response', 'General acknowledgement');
  await fill(page, 'Queue', 'Outbound queue');
  await leaveFields(page);
  await addBlock(page, 'Route Interaction');
  await page.keyboard.press('F2');
  await fill(page, 'Agent group', 'E-mail distribution for processing');
  await fill(page, 'Queues for this interaction', 'Inbound queue');
  await page.keyboard.press('Enter');
  await leaveFields(page);
  await addBlock(page, 'Queue Interaction');
  await page.keyboard.press('F2');
  await fill(page, 'Queue', 'Inbound queue');
  await openStrategy(page, 'Send ABC');
  await addBlock(page, 'Send E-mail');
  await addBlock(page, 'Stop Interaction');

  await command(page, 'Activate this draft');
  const sheet = page.getByRole('dialog');
  await sheet.getByText('No problems found').waitFor();
  await tabTo(page, sheet.getByRole('button', { name: 'Activate', exact: true }));
  await page.keyboard.press('Enter');
  await page.getByText('Version 1 active').first().waitFor();
  expect(browser.faults).toEqual([]);
  await page.context().close();

  await sendSmtp(product.smtpPort, {
    from: 'mia@customer.example',
    to: 'support@abc.example',
    subject: 'Built without a mouse',
    text: 'Hello',
  });
  const [answer] = await product.sink.received(1);
  expect(answer?.to).toEqual(['mia@customer.example']);
  const waitsIn = await until(async () => {
    const { body } = await product.administrator.call('GET', '/api/interactions?search=mouse');
    const mail = body.interactions.find((one: { parentId: string | null }) => one.parentId === null);
    const trace = await product.administrator.call('GET', `/api/interactions/${mail?.id}/trace`);
    const run = trace.body.runs?.find((one: { strategy: string }) => one.strategy === 'Process ABC');
    return run?.waitingFor?.block as string | undefined;
  });
  expect(waitsIn).toBe('route-interaction');
});
