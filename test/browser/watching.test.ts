import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems } from '#test/support/accessibility.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { until } from '#test/support/until.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;

beforeAll(async () => {
  product = await startWholeProduct();
  browser = await openBrowser(product.url);
  await sendSmtp(product.smtpPort, {
    from: 'Ines Moreau <ines@moreau.example>',
    to: 'support@abc.example',
    subject: 'Where is my lamp?',
    text: 'I ordered it a week ago.\n\nInes Moreau\n',
  });
  await until(async () => {
    const { body } = await product.administrator.call('GET', '/api/counts');
    return body.strategies['Process ABC'] === 1 || undefined;
  });
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const address = `/design/${encodeURIComponent('ABC Simple BP')}`;

async function watch(path: string): Promise<Page> {
  const page = await browser.open(path, { cookie: product.administrator.cookie });
  await page.locator('[aria-busy="false"]').waitFor();
  await page.getByRole('button', { name: 'Watch it run' }).click();
  await page.getByText('What the numbers mean').waitFor();
  return page;
}

test('a process shows what moves through its queues and wires, and leads to the interactions behind it', async () => {
  const page = await watch(address);

  const queue = page.getByRole('group', { name: /^Queue, Inbound queue.*per minute over 5 minutes/ });
  await queue.waitFor();
  await page
    .locator('[aria-label^="Wire from Endpoint, default"][aria-label*="per minute over 5 minutes"]')
    .first()
    .waitFor({ state: 'attached' });
  await queue.click({ position: { x: 90, y: 12 } });
  const figures = page.getByRole('region', { name: 'What moves here' });
  await figures.getByRole('img', { name: /Arrivals: 1 in the last hour; Leaving: 1 in the last hour/ }).waitFor();

  expect(await accessibilityProblems(page)).toEqual([]);

  await figures.getByRole('link', { name: 'Show its interactions' }).click();
  await page.waitForURL(/interactions\?queue=Inbound/);
  expect(browser.faults).toEqual([]);
  await page.context().close();
});

test('a strategy shows the passes of its blocks, and leads to traces that say who could take what waits', async () => {
  const page = await watch(`${address}/${encodeURIComponent('Process ABC')}`);

  const block = page.getByRole('group', { name: /^Say we got it.*per minute over 5 minutes/ });
  await block.click();
  const figures = page.getByRole('region', { name: 'What moves here' });
  await figures
    .getByRole('link', { name: /^Show interactions that left by/ })
    .first()
    .click();
  await page.waitForURL(/\/interactions\?.*block=/);
  await page.getByText('Where is my lamp?').first().waitFor();
  await page.getByText(/^Left Process ABC, .* within the last hour$/).waitFor();

  await page.getByText('Where is my lamp?').first().click();
  await page.getByRole('group', { name: /^Distribute/ }).click();
  await page.getByRole('region', { name: 'Candidates' }).getByText('not logged in').first().waitFor();
  expect(browser.faults).toEqual([]);
  await page.context().close();
});

test('who looks away is sent nothing more, and the numbers go', async () => {
  const page = await watch(address);
  const queue = page.getByRole('group', { name: /^Queue, Inbound queue.*per minute/ });
  await queue.waitFor();

  await page.getByRole('button', { name: 'Watch it run' }).click();
  await expect.poll(() => queue.count()).toBe(0);
  await page.reload();
  await page.locator('[aria-busy="false"]').waitFor();
  expect(await page.getByText('What the numbers mean').count()).toBe(0);
  await page.context().close();
});
