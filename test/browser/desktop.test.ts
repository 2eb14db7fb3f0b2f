import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { accessibilityProblems } from '#test/support/accessibility.ts';
import type { Caller } from '#test/support/api.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { sitDown } from '#test/support/desk.ts';
import { isAutomatic, mailTo, referencesOf } from '#test/support/mail/read-sunk.ts';
import { type SmtpMail, sendSmtp } from '#test/support/mail/send-smtp.ts';
import { type PictureServer, startPictureServer } from '#test/support/picture-server.ts';
import { until } from '#test/support/until.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;
let pictures: PictureServer;
let ada: Caller;
let page: Page;

beforeAll(async () => {
  [product, pictures] = await Promise.all([startWholeProduct(), startPictureServer()]);
  browser = await openBrowser(product.url);
  ada = await product.logIn('ada');
});

afterAll(async () => {
  await browser.close();
  await Promise.all([product.stop(), pictures.stop()]);
});

beforeEach(async () => {
  page = await browser.open('/desktop', { cookie: ada.cookie });
});

afterEach(async () => {
  // what a test left in hand would be in the way of the next
  const { body } = await ada.call('GET', '/api/desktop');
  for (const { id } of body.handling) await ada.call('POST', `/api/desktop/interactions/${id}/done`, {});
  await ada.call('POST', '/api/desktop/logout');
  await page.context().close();
  expect(browser.faults).toEqual([]);
});

const editor = () => page.getByRole('textbox', { name: 'Text of your reply' });

/** The editor takes the focus as it opens; letters are shortcuts once it is left. */
async function leaveEditor(): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.getAttribute('contenteditable') === 'true');
  await page.keyboard.press('Escape');
}

async function getReady(): Promise<void> {
  await page.getByRole('button', { name: 'Log in, ready' }).click();
  await page.getByRole('heading', { name: 'You are ready' }).waitFor();
}

async function write(subject: string, mail: Partial<SmtpMail> = {}): Promise<void> {
  const from = 'Mia Wolf <mia@customer.example>';
  await sendSmtp(product.smtpPort, {
    from,
    to: 'support@abc.example',
    subject,
    text: 'Hello ABC,\nplease help.',
    ...mail,
  });
}

/** A mail comes in and is accepted with Enter; answers when its reply can be written. */
async function takeMail(subject: string, mail: Partial<SmtpMail> = {}): Promise<void> {
  await getReady();
  await write(subject, mail);
  await page.getByRole('article', { name: 'Invitation: Mia Wolf' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: subject }).waitFor();
  await editor().waitFor();
}

test('a mail is offered, accepted, read and answered, and the answer leaves in the same thread', async () => {
  const messageId = '<parcel-1@customer.example>';
  await takeMail('Where is my parcel?', { messageId });

  await page.getByText('please help.').waitFor();
  await page.getByRole('region', { name: 'Contact' }).getByText('mia@customer.example').waitFor();
  await editor().fill('It comes tomorrow.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Send now' }).click();
  await page.getByRole('heading', { name: 'You are ready' }).waitFor();

  const answer = await mailTo(product.sink, 'mia@customer.example', (mail) => !isAutomatic(mail));
  expect(answer.subject).toBe('Re: Where is my parcel?');
  expect(answer.inReplyTo).toBe(messageId);
  expect(referencesOf(answer)).toContain(messageId);
  expect(answer.text).toContain('It comes tomorrow.');
  expect(answer.text).toContain('please help.');
});

test('a remote image is not asked for until the agent wants to see it', async () => {
  const before = pictures.requests();
  await takeMail('Our newsletter', { html: `<p>Look at this:</p><img alt="offer" src="${pictures.url}">` });
  const frame = page.frameLocator('iframe[title="Text of the message"]');
  await frame.getByText('Look at this:').waitFor();
  await page.getByText('1 remote image is blocked').waitFor();
  expect(pictures.requests()).toBe(before);

  await page.getByRole('button', { name: 'Show images' }).click();

  await until(async () => (pictures.requests() > before ? true : undefined));
});

test('nothing in a mail runs, and its links open elsewhere', async () => {
  await takeMail('Click here', {
    html: '<p id="t">Text</p><script>document.body.textContent = "ran"</script><img src=x onerror="document.body.textContent = \'ran\'"><a href="https://shop.example/">shop</a>',
  });
  const frame = page.frameLocator('iframe[title="Text of the message"]');
  await frame.getByText('Text', { exact: true }).waitFor();

  expect(await frame.getByRole('link', { name: 'shop' }).getAttribute('target')).toBe('_blank');
  expect(await page.locator('iframe').first().getAttribute('sandbox')).not.toContain('allow-scripts');
  expect(await frame.getByText('ran').count()).toBe(0);
});

test('a reply can be taken back, and its text outlives the page', async () => {
  await takeMail('A change of mind');
  await editor().fill('First thought');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Sending in \d+ s/).waitFor();

  await page.keyboard.press('Control+z');
  await page.getByText('First thought').waitFor();
  await editor().fill('Second thought');
  await page.getByText('Draft saved').waitFor();
  await page.reload();

  await page.getByText('Second thought').waitFor();
  const { body } = await ada.call('GET', '/api/desktop');
  expect(body.handling).toHaveLength(1);
});

test('not a keystroke is lost while the connection is', async () => {
  await takeMail('Weak signal');
  await editor().fill('Before. ');
  await page.getByText('Draft saved').waitFor();

  await page.context().setOffline(true);
  await editor().press('End');
  await page.keyboard.type('And during the gap.');
  await page.getByText('Draft kept in this browser').waitFor();
  await page.context().setOffline(false);

  await page.getByText('Draft saved').waitFor();
  const { body } = await ada.call('GET', '/api/desktop');
  const kept = await ada.call('GET', `/api/desktop/interactions/${body.handling[0].id}/draft`);
  expect(kept.body.draft.html).toContain('Before. And during the gap.');
});

test('a standard response comes in with its field codes filled in', async () => {
  await takeMail('The invoice again');
  await editor().focus();
  await page.keyboard.press('/');
  await page.getByRole('textbox', { name: 'Search standard responses' }).fill('invoice');
  await page.getByRole('option', { name: /Copy of an invoice/ }).waitFor();
  await page.keyboard.press('Enter');

  await editor().getByText('Dear Mia Wolf,').waitFor();
  await editor().getByText('ABC customer service').waitFor();
  expect(await editor().locator('[data-filled]').first().innerText()).toBe('Mia Wolf');
});

test('what is rejected goes to somebody else', async () => {
  await getReady();
  await write('Not for me');
  await page.getByRole('button', { name: 'Reject' }).click();
  await page.getByRole('article', { name: /^Invitation/ }).waitFor({ state: 'detached' });

  const ben = await sitDown(product, { userName: 'ben' });
  const { id } = await ben.invited(({ subject }) => subject === 'Not for me');
  await ben.accept(id);
  await ben.call('POST', `/api/desktop/interactions/${id}/done`, {});
  await ben.call('POST', '/api/desktop/logout');
});

test('what is put back is offered again, and what is done is over', async () => {
  await takeMail('Back and forth');
  await page.getByRole('button', { name: 'Put back' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await editor().waitFor();

  await leaveEditor();
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await page.getByRole('heading', { name: 'You are ready' }).waitFor();

  const { body } = await product.administrator.call('GET', '/api/interactions?search=Back and forth&state=stopped');
  expect(body.interactions).toContainEqual(expect.objectContaining({ type: 'Inbound', stopReason: 'Done' }));
});

test('people who use the keyboard or listen to the page can do all of it', async () => {
  await page.getByRole('button', { name: 'Log in, not ready' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Log in, not ready' }).click();
  await page.getByRole('heading', { name: 'Nothing is offered to you while you are not ready' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.keyboard.press('F8');
  await page.getByRole('heading', { name: 'You are ready' }).waitFor();
  await write('By keyboard', { html: '<p>Hello</p>', attachments: [{ filename: 'order.pdf', content: 'pdf' }] });
  await page.getByRole('button', { name: 'Accept' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('F9');
  await editor().waitFor();
  await page.getByRole('link', { name: /order\.pdf/ }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await leaveEditor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('on a phone the panes are pages', async () => {
  await takeMail('From the train');
  await page.setViewportSize({ width: 390, height: 844 });

  await page.getByText('Context', { exact: true }).click();
  await page.getByRole('heading', { name: 'Attached data' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByText('My work', { exact: true }).click();
  await page.getByRole('button', { name: /Mia Wolf/ }).click();
  await editor().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
