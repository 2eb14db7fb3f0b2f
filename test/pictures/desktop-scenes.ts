import type { Page } from 'playwright-core';
import type { WholeProduct } from '#test/support/whole-product.ts';
import type { Studio } from './studio.ts';

/** An agent begins the day, is invited, and answers; the customer of the second letter waits for her. */
export async function takeDesktop(studio: Studio, product: WholeProduct): Promise<void> {
  const ada = await product.logIn('ada');
  const page = await studio.open('/desktop', ada.cookie);
  await page.getByRole('button', { name: 'Log in, ready' }).click();
  await accepted(page, 'Invoice for order ABC-10377');
  await answer(page, 'Copy of an invoice');
  await send(page, 'Invoice for order ABC-10377');

  await page.getByRole('button', { name: 'Accept' }).waitFor();
  await page.mouse.move(720, 500);
  await studio.take(page, 'desktop-invitation');
  await accepted(page, 'Where is order ABC-10482?');
  await answer(page, 'Delivery status');
  await page.getByText('Draft saved').waitFor();
  await studio.take(page, 'desktop');
  await page.emulateMedia({ colorScheme: 'dark' });
  await studio.take(page, 'desktop-dark');
  await send(page, 'Where is order ABC-10482?');
}

async function accepted(page: Page, subject: string): Promise<void> {
  await page.getByRole('article').getByText(subject).waitFor();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('heading', { name: subject }).waitFor();
}

/** Writes a standard response into the reply, as Ctrl / does. */
async function answer(page: Page, response: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: 'Text of your reply' });
  await editor.click();
  await page.keyboard.press('Control+/');
  await page.keyboard.type(response);
  await page.getByRole('option', { name: new RegExp(`^${response}`) }).click();
  await editor.getByText('Kind regards').waitFor();
}

/** Sends the reply without the ten seconds in which it could be taken back. */
async function send(page: Page, subject: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Text of your reply' }).press('Control+Enter');
  await page.getByRole('button', { name: 'Send now' }).click();
  await page.getByText(`Sent: Re: ${subject}`).waitFor();
}
