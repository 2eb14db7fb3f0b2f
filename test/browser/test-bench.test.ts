import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems } from '#test/support/accessibility.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { type Desk, sitDown } from '#test/support/desk.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';
import { until } from '#test/support/until.ts';
import { expectStatus, startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;
let ben: Desk;

beforeAll(async () => {
  product = await startWholeProduct();
  browser = await openBrowser(product.url);
  ben = await sitDown(product, { userName: 'ben' });
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const open = (path: string, size?: { width: number; height: number }): Promise<Page> =>
  browser.open(path, { cookie: product.administrator.cookie, ...(size && { size }) });

/** The newest interaction with this subject that customers wrote. */
async function inbound(subject: string) {
  return until(async () => {
    const { body } = await product.administrator.call('GET', `/api/interactions?search=${encodeURIComponent(subject)}`);
    return body.interactions.find(
      (one: { type: string; subject: string }) => one.type === 'Inbound' && one.subject === subject,
    );
  });
}

async function writeAs(page: Page, customer: string, subject: string): Promise<void> {
  await page.getByLabel('Name').fill(customer);
  await page.getByLabel('Address').fill(`${customer.toLowerCase()}@customer.example`);
  await page.getByLabel('Subject').fill(subject);
  await page.getByRole('button', { name: 'Send as customer' }).click();
}

test('a mail written as a customer shows what becomes of it, up to the reply that was sent', async () => {
  const page = await open('/test-bench');
  await page.getByRole('heading', { name: 'Nobody has written yet' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await writeAs(page, 'Otto', 'From the bench');
  await page.getByText('Taken by the server: 250').waitFor();
  const conversation = page.getByRole('article', { name: 'From the bench' });
  await conversation.getByText('Acknowledgement').waitFor();

  const { id } = await ben.invited(({ subject }) => subject === 'From the bench');
  await conversation.getByText('Being offered').waitFor();
  await ben.accept(id);
  await conversation.getByText('With an agent').waitFor();
  await ben.reply(id, { html: '<p>Here you are.</p>' });

  await conversation.getByText('Finished').waitFor();
  await conversation.getByRole('button', { name: 'Reply of an agent' }).click();
  await conversation.frameLocator('iframe').getByText('Here you are.').waitFor();
  await conversation.getByText('Sent', { exact: true }).last().waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('the customer replies in the same thread with one click', async () => {
  const page = await open('/test-bench');
  const conversation = page.getByRole('article', { name: 'From the bench' });
  await conversation.getByRole('button', { name: 'Reply as customer' }).last().click();
  await page.getByText('Reply to “Re: From the bench”').waitFor();

  await page.getByRole('button', { name: 'Send as customer' }).click();

  await conversation.getByText('Otto wrote').nth(1).waitFor();
  const { threadId } = await inbound('Re: From the bench');
  expect(threadId).toBe((await inbound('From the bench')).threadId);
  const { id } = await ben.invited(({ subject }) => subject === 'Re: From the bench');
  await ben.accept(id);
  await ben.call('POST', `/api/desktop/interactions/${id}/done`, {});
});

test('an automatic mail gets no answer', async () => {
  const page = await open('/test-bench');
  await page.getByText('Auto-responder', { exact: true }).click();
  await writeAs(page, 'Robot', 'I am away');

  const conversation = page.getByRole('article', { name: 'I am away' });
  await conversation.getByText('Being offered').waitFor();
  await conversation.getByText('No mail has come out yet.').waitFor();
  const { id } = await ben.invited(({ subject }) => subject === 'I am away');
  await ben.accept(id);
  await ben.call('POST', `/api/desktop/interactions/${id}/done`, {});
});

test('while no mail server is configured, what was kept says that it was not sent', async () => {
  const kept = (await product.administrator.call('GET', '/api/smtp-out')).body.settings;
  expectStatus(await product.administrator.call('DELETE', '/api/smtp-out'), 204);
  await ben.ready(false);
  const page = await open('/test-bench');
  await writeAs(page, 'Petra', 'Into the void');

  const conversation = page.getByRole('article', { name: 'Into the void' });
  await conversation.getByText('NOT SENT').waitFor();
  await page.getByText('1 mail was kept and NOT SENT').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  const { hasPassword: _, ...settings } = kept;
  expectStatus(await product.administrator.call('PUT', '/api/smtp-out', settings), 204);
});

test('the trace shows events in order and the way over the version that ran, with each call', async () => {
  const { id } = await inbound('From the bench');
  const page = await open(`/interactions/${id}`);

  const events = page.getByRole('complementary', { name: 'Events' });
  await events.getByText('Came in').waitFor();
  await events.getByText('Processing stopped').waitFor();
  await page.getByRole('group', { name: /^Distribute,.*passed once$/ }).click();
  const call = page.getByRole('article', { name: 'route-interaction, call 2' });
  await call.getByText('E-mail distribution for processing').waitFor();
  await call.getByText('"agent": "ben"').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByText('Message', { exact: true }).click();
  await page.getByRole('heading', { name: 'Attached data' }).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the raw mail' }).click();
  expect((await download).suggestedFilename()).toBe(`${id}.eml`);
  await page.getByRole('link', { name: /Re: From the bench/ }).click();
  await page.getByRole('link', { name: 'The interaction it came from' }).waitFor();
});

test('interactions are found by state and words, and a supervisor moves and stops them', async () => {
  await ben.ready(false);
  await sendSmtp(product.smtpPort, {
    from: 'rosa@customer.example',
    to: 'support@abc.example',
    subject: 'A hopeless case',
    text: 'Hello',
  });
  await inbound('A hopeless case');
  const page = await open('/interactions');
  await page.getByRole('link', { name: 'Into the void' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByRole('textbox', { name: 'Search subject and addresses' }).fill('hopeless');
  await page.getByRole('link', { name: 'Into the void' }).waitFor({ state: 'detached' });
  expect(page.url()).toContain('search=hopeless');
  const line = page.getByRole('row').filter({ hasText: 'A hopeless case' });
  await line.getByText('In a strategy').waitFor();

  // nobody is ready, so the routing block waits; what waits in a queue is a supervisor's
  await product.pool.query(
    `update interactions set state = 'queued', queue = 'ErrorHeld', run_id = null, version = version + 1,
       problem = '{"code": "strategy/failed", "message": "The block failed.", "queue": "Inbound queue"}'
     where subject = 'A hopeless case'`,
  );
  await page.reload();
  await line.getByText('The block failed.').waitFor();
  await line.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByLabel('Reason').fill('No way');
  await page.getByRole('button', { name: 'Stop processing' }).click();

  await line.getByText('No way').waitFor();
  expect((await inbound('A hopeless case')).state).toBe('stopped');
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'Not finished' }).click();
  await page.getByRole('heading', { name: 'Nothing fits these filters' }).waitFor();
});

test('all of it fits on a phone', async () => {
  const { id } = await inbound('From the bench');
  for (const path of ['/test-bench', '/interactions', `/interactions/${id}`]) {
    const page = await open(path, { width: 390, height: 844 });
    await page.getByText('From the bench').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
  }
  expect(browser.faults).toEqual([]);
});
