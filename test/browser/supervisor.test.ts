import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { sitDown } from '#test/support/desk.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';
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

test('a supervisor sees live who works and what came in, and reads it again in a report', async () => {
  const page = await browser.open('/supervisor', { cookie: product.administrator.cookie });
  await page.getByText('Agents', { exact: true }).click();
  await page.getByText('Nobody is logged in').waitFor();

  const desk = await sitDown(product, { userName: 'ada' });
  await page.getByText('email: ready').waitFor();
  const mail = { from: 'mia@customer.example', to: 'support@abc.example', subject: 'Parcel', text: 'Hello' };
  await sendSmtp(product.smtpPort, mail);
  await desk.accept((await desk.invited()).id);
  await page.getByText('Queues', { exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: 'Inbound queue' });
  // accepted within the minute, and counted
  await row.filter({ hasText: '100%' }).waitFor();

  await page.getByRole('link', { name: 'Reports' }).click();
  const line = page.getByRole('row').filter({ hasText: 'Inbound queue' });
  await line.first().waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download CSV' }).click();
  expect((await download).suggestedFilename()).toBe('queue.csv');
  expect(browser.faults).toEqual([]);
});
