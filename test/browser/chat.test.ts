import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accessibilityProblems } from '#test/support/accessibility.ts';
import type { Caller } from '#test/support/api.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { type ShopPage, startShopPage } from '#test/support/shop-page.ts';
import { until } from '#test/support/until.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;
let shop: ShopPage;
let ada: Caller;
let desk: Page;
let customer: Page;

beforeAll(async () => {
  product = await startWholeProduct();
  shop = await startShopPage(product.url);
  browser = await openBrowser(product.url);
  ada = await product.logIn('ada');
  desk = await browser.open('/desktop', { cookie: ada.cookie });
  await desk.getByRole('button', { name: 'Log in, ready' }).click();
});

beforeEach(async () => {
  customer = await browser.open(shop.url, { cookie: 'nobody=here' });
  await customer.getByRole('button', { name: 'Ask us' }).click();
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([product?.stop(), shop?.stop()]);
});

const panel = () => customer.getByRole('dialog', { name: 'Ask us' });

test('a customer on a page of somebody else chats with an agent, reloads, and ends it', async () => {
  await customer.getByLabel('Your name').fill('Eve <b>Example</b>');
  await customer.getByLabel('How can we help?').fill('<img src=x onerror=alert(1)> Where is it?');
  expect(await accessibilityProblems(customer, { within: 'signalbox-chat' })).toEqual([]);
  await customer.getByRole('button', { name: 'Start chat' }).click();
  await panel().getByText('welcome to ABC').waitFor();

  await desk.getByRole('button', { name: /Accept/ }).click();
  await panel().getByText('Ada joined the chat').waitFor();
  const log = desk.getByRole('log', { name: 'Chat' });
  await log.getByText('<img src=x onerror=alert(1)> Where is it?').waitFor();
  expect(await accessibilityProblems(desk)).toEqual([]);
  const answer = desk.getByRole('textbox', { name: 'Message' });
  await answer.fill('Let me look');
  await panel().getByText('Ada is typing…').waitFor();
  await answer.press('Enter');
  await panel().getByText('Let me look').waitFor();
  await panel().getByRole('textbox', { name: 'Message' }).fill('Thanks');
  await log.getByText('is typing…').waitFor();
  await panel().getByRole('textbox', { name: 'Message' }).press('Enter');
  await log.getByText('Thanks', { exact: true }).waitFor();

  await customer.reload();
  await customer.getByRole('button', { name: 'Ask us' }).click();
  await panel().getByText('Let me look').waitFor();
  expect(await panel().getByText('Thanks', { exact: true }).count()).toBe(1);
  await panel().getByRole('button', { name: 'End chat' }).click();
  await panel().getByRole('button', { name: 'Really end the chat?' }).click();
  await panel().getByRole('button', { name: 'New chat' }).waitFor();
  await desk.getByRole('button', { name: 'Done' }).click();
  await log.waitFor({ state: 'detached' });

  await until(async () => {
    const { rows } = await product.pool.query<{ state: string; data: Record<string, string> }>(
      `select state, data from interactions where media = 'chat'`,
    );
    const [chat] = rows;
    return chat?.state === 'stopped' && chat.data['Customer.Page'] === 'Shop' ? chat : undefined;
  });
  expect(browser.faults).toEqual([]);
});

test('an agent writes to agents only, and ends a chat', async () => {
  await customer.getByLabel('How can we help?').fill('One more thing');
  await customer.getByRole('button', { name: 'Start chat' }).click();
  await desk.getByRole('button', { name: /Accept/ }).click();
  await panel().getByText('Ada joined the chat').waitFor();

  await desk.getByText('To agents only').click();
  await desk.getByRole('textbox', { name: 'Message' }).fill('asks a lot');
  await desk.getByRole('textbox', { name: 'Message' }).press('Enter');
  await desk.getByRole('log', { name: 'Chat' }).getByText('asks a lot').waitFor();
  await desk.getByRole('button', { name: 'End chat' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'End chat' }).click();

  await panel()
    .getByText('The chat has ended.')
    .or(panel().getByRole('button', { name: 'New chat' }))
    .first()
    .waitFor();
  expect(await panel().getByText('asks a lot').count()).toBe(0);
});
