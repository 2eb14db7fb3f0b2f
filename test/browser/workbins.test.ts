import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems } from '#test/support/accessibility.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
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

/** The desktop of an agent who has come to work. */
async function atWork(userName: string, isReady: boolean): Promise<Page> {
  const { cookie } = await product.logIn(userName);
  const page = await browser.open('/desktop', { cookie });
  await page.getByRole('button', { name: isReady ? 'Log in, ready' : 'Log in, not ready' }).click();
  await page.getByRole('heading', { name: 'In hand' }).waitFor();
  return page;
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test("goes into a colleague's workbin with a note, is pulled there and transferred back", async () => {
  const ada = await atWork('ada', true);
  const ben = await atWork('ben', false);
  await sendSmtp(product.smtpPort, {
    from: 'Mia Wolf <mia@customer.example>',
    to: 'support@abc.example',
    subject: 'Where is my parcel?',
    text: 'It was to come on Monday.',
  });
  await ada.getByRole('article', { name: 'Invitation: Mia Wolf' }).waitFor();
  await ada.keyboard.press('F9');
  await ada.getByRole('heading', { name: 'Where is my parcel?' }).waitFor();

  await ada.getByRole('button', { name: 'Workbin', exact: true }).click();
  await choose(ada, 'Workbin', 'Put aside');
  await choose(ada, 'Whose', 'Ben Okafor');
  await ada.getByRole('textbox', { name: 'Note' }).fill('You know the carrier.');
  await ada.getByRole('button', { name: 'Put in workbin' }).click();
  await ada.getByText('Nothing in hand').waitFor();

  await ben.getByRole('button', { name: /^Put aside\s*1$/ }).click();
  await ben.getByRole('button', { name: /Where is my parcel\?/ }).click();
  await ben.getByRole('region', { name: 'Notes' }).getByText('You know the carrier.').waitFor();
  await ben.getByText('It was to come on Monday.').waitFor();
  expect(await accessibilityProblems(ben)).toEqual([]);
  await ben.getByRole('button', { name: 'Pull' }).click();
  await ben.getByRole('textbox', { name: 'Text of your reply' }).waitFor();

  await ben.getByRole('button', { name: 'Transfer', exact: true }).click();
  await choose(ben, 'Agent', 'Ada Marsh');
  await ben.getByRole('textbox', { name: 'Note' }).fill('They deliver tomorrow.');
  expect(await accessibilityProblems(ben)).toEqual([]);
  await ben.getByRole('dialog').getByRole('button', { name: 'Transfer', exact: true }).click();
  await ben.getByText('Nothing in hand').waitFor();

  const invitation = ada.getByRole('article', { name: 'Invitation: Mia Wolf' });
  await invitation.getByText('They deliver tomorrow.').waitFor();
  await invitation.getByText('Transferred by ben').waitFor();
  await ada.keyboard.press('F9');
  await ada.getByRole('region', { name: 'Notes' }).getByText('They deliver tomorrow.').waitFor();
  expect(browser.faults).toEqual([]);
});
