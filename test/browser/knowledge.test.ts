import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const open = (path: string, size?: { width: number; height: number }): Promise<Page> =>
  browser.open(path, { cookie: product.administrator.cookie, ...(size && { size }) });

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a response is written with field codes, told its faults at their character, previewed and kept', async () => {
  const page = await open('/knowledge/responses');
  await page.getByRole('button', { name: 'New response' }).click();
  await page.getByLabel('Name').fill('Parcel late');
  const text = page.getByRole('textbox', { name: 'Plain text' });
  await text.fill('Dear \nyour case <$Left("abc"$> is open.');
  await page.getByText(/^Line 2, character \d+$/).waitFor();
  await page.getByRole('button', { name: 'Save response' }).click();
  await page.getByText('One field needs another look').waitFor();

  await text.fill('Dear ');
  await page.getByRole('button', { name: 'Insert a field code into Plain text' }).click();
  await page.getByRole('textbox', { name: 'Search field codes' }).fill('Contact.FullName');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await text.inputValue()).toBe('Dear <$Contact.FullName$>');
  await page.getByRole('complementary', { name: 'Preview' }).getByText('Dear Jane Doe').waitFor();

  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name: 'Parcel late' }).waitFor();
  const kept = await product.administrator.call('GET', '/api/responses/Parcel%20late');
  expect(kept.body).toMatchObject({ text: 'Dear <$Contact.FullName$>', status: 'approved', language: 'en' });
});

test('an HTML version is made from the text, edited, and makes the text again', async () => {
  const page = await open('/knowledge/responses/Delivery%20status');
  await page.getByRole('radiogroup', { name: 'Text', exact: true }).getByText('HTML').click();
  const add = page.getByRole('button', { name: 'Add an HTML version' });
  const editor = page.getByRole('textbox', { name: 'HTML' });
  await add.or(editor).first().waitFor();
  if (await add.isVisible()) await add.click();
  await editor.fill('');
  await editor.pressSequentially('Bye <$Contact.FirstName$>');
  await page.frameLocator('iframe').getByText('Bye Jane').waitFor();

  await page.getByRole('button', { name: 'Make the plain text from it' }).click();
  await page.getByRole('button', { name: 'Save response' }).click();
  await page.getByText('Delivery status is saved').waitFor();

  const { body } = await product.administrator.call('GET', '/api/responses/Delivery%20status');
  expect(body.text).toBe('Bye <$Contact.FirstName$>');
  expect(body.html).toContain('&lt;$Contact.FirstName$&gt;');
});

test('a response leads to the blocks that use it, also when it is about to be deleted', async () => {
  const page = await open('/knowledge/responses/General%20acknowledgement');
  await page.getByRole('button', { name: 'Delete' }).click();
  await page
    .getByRole('dialog')
    .getByText(/blocks? use/)
    .waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('region', { name: 'Where used' }).getByRole('link').first().click();

  await page.waitForURL(/\/design\/ABC/);
  expect(page.url()).toContain('select=');
});

test('a rule tells its faults at their character and is tried over a text and over what came in', async () => {
  await sendSmtp(product.smtpPort, {
    from: 'mia@example.com',
    to: 'support@localhost',
    subject: 'My order',
    text: 'Where is ABC-4711?',
  });
  const page = await open('/knowledge/screening-rules?create=true');
  await page.getByLabel('Name').fill('Own order');
  const pattern = page.getByRole('textbox', { name: 'Pattern' });
  await pattern.fill('Find("order") && RegExFind("ABC-(?=x)", number)');
  await page.getByText('re2 has no lookahead').waitFor();
  await page.getByText('The pattern has to be readable first.').waitFor();

  await pattern.fill('RegExFind("ABC-\\d+", number)');
  await page.getByRole('textbox', { name: 'Body' }).fill('see ABC-0815');
  await page.getByText('The rule applies', { exact: true }).waitFor();
  await page.getByText('ScrKey_number', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Body' }).fill('see nothing');
  await page.getByText('The rule does not apply').waitFor();

  await page.getByText('Recent interactions').click();
  await page.getByText('1 of 1 apply').waitFor();
  await page.getByText('mia@example.com · ScrKey_number = ABC-4711').waitFor();

  await page.getByRole('button', { name: 'Save rule' }).click();
  await page.getByRole('heading', { name: 'Own order' }).waitFor();
  const kept = await product.administrator.call('GET', '/api/screening-rules/Own%20order');
  expect(kept.body).toMatchObject({ pattern: 'RegExFind("ABC-\\d+", number)', join: 'or', enabled: true });
});

test('a model says which line of its file is wrong, is trained with a good one, and is tried at once', async () => {
  const page = await open('/knowledge/models');
  await page.getByRole('button', { name: 'New model' }).click();
  await page.getByLabel('Name').fill('Moods');
  const file = page.locator('input[type="file"]');
  await file.setInputFiles(csv('bad.csv', 'text,category\n"fine",Praise\n"no category",\n'));
  await page.getByRole('button', { name: 'Train model' }).click();
  await page.getByText(/line 3/).waitFor();

  const lines = ['thank you', 'great help', 'very kind', 'wonderful', 'well done'].flatMap((text, index) => [
    `"${text} number ${index}",Praise`,
    `"this is bad and broken ${index}",Anger`,
  ]);
  await file.setInputFiles(csv('good.csv', ['text,category', ...lines].join('\n')));
  await page.getByRole('button', { name: 'Train model' }).click();
  await page.getByRole('heading', { name: 'Moods' }).waitFor();
  await page.getByText('Trained', { exact: true }).first().waitFor();
  await page.getByRole('cell', { name: 'Anger' }).waitFor();

  await page.getByLabel('A message as customers write it').fill('thank you, wonderful');
  const surest = page.getByRole('list', { name: 'Confidence' }).getByRole('listitem').first();
  await surest.getByText('Praise').waitFor();

  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete Moods' }).click();
  await page.getByRole('link', { name: 'Moods' }).waitFor({ state: 'detached' });
});

test('a supervisor reads the knowledge base and cannot change it', async () => {
  const supervisor = await product.logIn('sam');
  const page = await browser.open('/knowledge/responses/Password%20reset', { cookie: supervisor.cookie });

  await page.getByText('You can read this. Designers and administrators can change it.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Subject' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'New response' }).count()).toBe(0);
});
