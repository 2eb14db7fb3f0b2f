import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems } from '#test/support/accessibility.ts';
import type { Caller } from '#test/support/api.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { openDesk } from '#test/support/desk.ts';
import { isAutomatic, mailTo } from '#test/support/mail/read-sunk.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;
let agents: Readonly<Record<'ada' | 'ben', Caller>>;

beforeAll(async () => {
  product = await startWholeProduct();
  browser = await openBrowser(product.url);
  agents = { ada: await product.logIn('ada'), ben: await product.logIn('ben') };
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

afterEach(async () => {
  // what a test left in hand would be in the way of the next
  for (const agent of Object.values(agents)) {
    const { body } = await agent.call('GET', '/api/desktop');
    for (const { id } of body.handling) await agent.call('POST', `/api/desktop/interactions/${id}/done`, {});
    await agent.call('POST', '/api/desktop/logout');
  }
  expect(browser.faults).toEqual([]);
});

/** The desktop of an agent who has come to work. */
async function atWork(agent: Caller, isReady: boolean): Promise<Page> {
  const page = await browser.open('/desktop', { cookie: agent.cookie });
  await page.getByRole('button', { name: isReady ? 'Log in, ready' : 'Log in, not ready' }).click();
  await page.getByRole('heading', { name: 'In hand' }).waitFor();
  return page;
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test("goes into a colleague's workbin with a note, is pulled there and transferred back", async () => {
  const ada = await atWork(agents.ada, true);
  const ben = await atWork(agents.ben, false);
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
  await Promise.all([ada, ben].map((page) => page.context().close()));
});

test('a reply in review is pulled by a reviewer, mended and passed on to the customer', async () => {
  const desk = await openDesk(product, agents.ada);
  const submitted = await product.administrator.call('POST', '/api/interactions', {
    endpoint: 'review',
    media: 'email',
    subject: 'This is a complaint',
    text: 'It broke.',
    from: { address: 'tom@customer.example', name: 'Tom' },
    data: { CtgName: 'Complaint' },
  });
  const { id } = await desk.invited(({ subject }) => subject === 'This is a complaint');
  expect(id).toBe(submitted.body.interactionId);
  await desk.accept(id);
  await desk.reply(id, { html: '<p>We are sorry.</p>' });

  const page = await browser.open('/desktop', { cookie: desk.who.cookie });
  await page.getByRole('button', { name: /QA review · Complaints/ }).click();
  await page.getByRole('button', { name: /Re: This is a complaint/ }).click();
  await page.getByRole('button', { name: 'Pull' }).click();
  const review = page.getByRole('region', { name: 'Mail in review' });
  await review.getByText('We are sorry.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await review.getByRole('textbox', { name: 'Text of your reply' }).fill('We are sorry, a new one is on its way.');
  await review.getByRole('button', { name: 'Pass on to Reviewed mail' }).click();

  const answer = await mailTo(product.sink, 'tom@customer.example', (mail) => !isAutomatic(mail));
  expect(answer.text).toContain('a new one is on its way');
  await desk.socket.close();
  await page.context().close();
});
