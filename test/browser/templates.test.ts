import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
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

test('a process from a template uses names of the tenant and can be activated at once', async () => {
  const page = await browser.open('/design', { cookie: product.administrator.cookie });
  await page.getByRole('button', { name: 'New process' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Sorted mail');
  await page.getByRole('radio', { name: 'Screen, classify and route' }).check();
  const acknowledgement = page.getByRole('combobox', { name: 'Acknowledgement (standard response)' });
  await page.getByRole('img', { name: 'Picture of “Screen, classify and route”' }).waitFor();
  expect(await acknowledgement.inputValue()).toBe('General acknowledgement');
  await page.getByRole('combobox', { name: 'Agent group', exact: true }).fill('Complaints');
  await page.getByRole('button', { name: 'Create process' }).click();

  await page.getByRole('group', { name: /^Queue, Distribution/ }).waitFor();
  const { body } = await product.administrator.call('GET', '/api/processes/Sorted%20mail');
  expect(body.draft.strategies.Distribute.blocks.anybody.config.targets).toEqual([{ agentGroup: 'Complaints' }]);
  const activated = await product.administrator.call('POST', '/api/processes/Sorted%20mail/activate', { revision: 1 });
  expect(activated.body).toEqual({ version: 1 });
});

test('a strategy from a template is added by keyboard, with the queues it needs', async () => {
  await product.administrator.call('POST', '/api/processes', { name: 'Gated' });
  const page = await browser.open('/design/Gated', { cookie: product.administrator.cookie });
  await page.locator('[aria-busy="false"]').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('New strategy from a template');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Business hours gate' }).check();
  await page.getByRole('textbox', { name: 'Name of the strategy' }).fill('Gate');
  await page.keyboard.press('Enter');

  await page.getByRole('group', { name: /^Strategy, Gate/ }).waitFor();
  await page.getByRole('group', { name: /^Queue, After hours/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('group', { name: /^Queue, After hours/ }).waitFor({ state: 'detached' });
  expect(await page.getByRole('group', { name: /^Strategy, Gate/ }).count()).toBe(0);
});
