import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems } from '#test/support/accessibility.ts';
import type { Caller } from '#test/support/api.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { openDesk } from '#test/support/desk.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;
let ada: Caller;

beforeAll(async () => {
  product = await startWholeProduct();
  browser = await openBrowser(product.url);
  ada = await product.logIn('ada');
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

test('a supervisor sees live who works and what came in, and reads it again in a report', async () => {
  const page = await browser.open('/supervisor', { cookie: product.administrator.cookie });
  await page.getByText('Agents', { exact: true }).click();
  await page.getByText('Nobody is logged in').waitFor();

  const desk = await openDesk(product, ada);
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

/** Interactions that wait in a queue of their own, more than one request takes. */
async function parked(count: number): Promise<void> {
  const { administrator } = product;
  const draft = {
    format: 1,
    name: 'Park',
    endpoints: { web: { media: 'email', queue: 'Parked' } },
    queues: { Parked: { parking: true }, ErrorHeld: { parking: true }, Later: { workbin: { owner: 'agent' } } },
  };
  const layout = { process: { positions: {}, notes: {} }, strategies: {} };
  await administrator.call('POST', '/api/processes', { name: 'Park' });
  await administrator.call('PUT', '/api/processes/Park/draft', { draft, layout, revision: 1 });
  const activated = await administrator.call('POST', '/api/processes/Park/activate', { revision: 2 });
  expect(activated.status, JSON.stringify(activated.body)).toBe(200);
  for (let number = 1; number <= count; number += 1)
    await administrator.call('POST', '/api/interactions', {
      endpoint: 'web',
      media: 'email',
      subject: `Parked ${number}`,
    });
}

test('a supervisor gives many interactions away, and reads which were refused and why', async () => {
  await parked(30);
  const desk = await openDesk(product, ada);
  const page = await browser.open('/interactions?queue=Parked', { cookie: product.administrator.cookie });
  const choose = async (label: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };
  await page.getByRole('checkbox', { name: 'Select all that are loaded' }).click();
  await page.getByText('30 selected').waitFor();

  await page.getByRole('button', { name: 'Assign 30' }).click();
  await choose('Assign to agent', 'Ada');
  // she leaves while the form is open
  await desk.call('POST', '/api/desktop/logout');
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  const refused = page.getByRole('dialog', { name: '30 were refused' });
  await refused.getByText('Parked 30').waitFor();
  expect(await refused.getByText('is not ready for email').count()).toBe(30);
  expect(await accessibilityProblems(page)).toEqual([]);
  await refused.getByRole('button', { name: 'Close' }).last().click();

  await page.getByRole('button', { name: 'To workbin 30' }).click();
  await choose('Whose', 'Ada');
  await page.getByRole('button', { name: 'Put in workbin' }).click();
  await page.getByText('30 put in the workbin').waitFor();
  const { body } = await desk.call('GET', '/api/desktop/workbins');
  expect(body.workbins.find(({ workbin }: { workbin: string }) => workbin === 'Later').count).toBe(30);
  expect(browser.faults).toEqual([]);
});
