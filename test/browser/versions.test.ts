import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Caller } from '#test/support/api.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;
let anna: Caller;
let original: { draft: unknown; layout: unknown };

beforeAll(async () => {
  product = await startWholeProduct();
  browser = await openBrowser(product.url);
  anna = await product.logIn('anna', await makeDesigner('anna', 'Anna', 'Ames'));
  original = (await product.administrator.call('GET', processApi)).body;
});

beforeEach(async () => {
  const { draft, layout } = original;
  const { revision } = (await product.administrator.call('GET', processApi)).body;
  const reset = await product.administrator.call('PUT', `${processApi}/draft`, { draft, layout, revision });
  expect(reset.status).toBe(200);
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const process = 'ABC Simple BP';
const processApi = `/api/processes/${encodeURIComponent(process)}`;
const processPath = `/design/${encodeURIComponent(process)}`;
const strategyPath = `${processPath}/${encodeURIComponent('Process ABC')}`;

async function makeDesigner(userName: string, firstName: string, lastName: string): Promise<string> {
  const password = 'to be changed at once';
  const empty = { email: '', signature: '', skills: {}, capacity: { email: 1 }, enabled: true };
  const person = { ...empty, userName, firstName, lastName, role: 'designer', password };
  const made = await product.administrator.call('POST', '/api/people', person);
  expect([made.status, made.body]).toEqual([201, expect.anything()]);
  return password;
}

async function open(path: string, who: Caller): Promise<Page> {
  const page = await browser.open(path, { cookie: who.cookie });
  await page.locator('[aria-busy="false"]').waitFor();
  return page;
}

const card = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name},`) });

async function rename(page: Page, from: string, to: string): Promise<void> {
  await card(page, from).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(to);
  await card(page, to).waitFor();
}

test('two people see each other, and what each edits reaches the other', async () => {
  const [one, other] = [await open(strategyPath, product.administrator), await open(strategyPath, anna)];
  await one.getByRole('button', { name: 'Anna Ames is at Process ABC' }).waitFor();

  await card(other, 'Overflow').click();
  await card(one, 'Overflow').getByRole('img', { name: 'Anna Ames works on this' }).waitFor();
  await rename(other, 'Overflow', 'Ask everybody');

  await card(one, 'Ask everybody').waitFor();
  await other.close();
  await one.getByRole('button', { name: 'Anna Ames is at Process ABC' }).waitFor({ state: 'detached' });
  await one.close();
});

/** Holds the next save of a page back until told to let it go. */
async function holdSave(page: Page): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(
    (url) => url.pathname.endsWith('/draft'),
    async (route) => {
      await held;
      await route.continue();
    },
    { times: 1 },
  );
  return letGo;
}

async function blocks(): Promise<Record<string, { name?: string }>> {
  const { body } = await product.administrator.call('GET', processApi);
  return body.draft.strategies['Process ABC'].blocks;
}

test('edits of different blocks at the same time are both kept, and undo takes back only one’s own', async () => {
  const [one, other] = [await open(strategyPath, product.administrator), await open(strategyPath, anna)];
  const letGo = await holdSave(one);
  await rename(one, 'Try again', 'Once more');
  await rename(other, 'Say we got it', 'Confirm receipt');
  await other.getByText('Saved', { exact: true }).waitFor();

  letGo();
  await card(one, 'Confirm receipt').waitFor();
  await one.getByText('Saved', { exact: true }).waitFor();
  await card(other, 'Once more').waitFor();
  await card(one, 'Entry').click();
  await one.keyboard.press('Control+z');

  await card(one, 'Try again').waitFor();
  await card(one, 'Confirm receipt').waitFor();
  await one.close();
  await other.close();
});

test('a field that both changed is asked about, and the choice is saved with everything else', async () => {
  const [one, other] = [await open(strategyPath, product.administrator), await open(strategyPath, anna)];
  const letGo = await holdSave(one);
  await rename(one, 'Try again', 'Mine');
  await rename(other, 'Try again', 'Hers');
  await rename(other, 'Say we got it', 'Say thanks');
  await other.getByText('Saved', { exact: true }).waitFor();

  letGo();
  const dialog = one.getByRole('dialog', { name: 'You both changed the same' });
  await dialog.getByText('Block "Mine" of "Process ABC": name').waitFor();
  await dialog.getByRole('radio', { name: /By anna/ }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();

  await card(one, 'Hers').waitFor();
  await card(one, 'Say thanks').waitFor();
  await one.getByText('Saved', { exact: true }).waitFor();
  expect((await blocks())['again']?.name).toBe('Hers');
  await one.close();
  await other.close();
});

test('what was changed shows on the canvas against an earlier version, and one click goes back to it', async () => {
  const page = await open(strategyPath, product.administrator);
  await rename(page, 'Try again', 'Once more');
  await card(page, 'Overflow').click();
  await page.keyboard.press('Delete');
  await page.getByText('Saved', { exact: true }).waitFor();
  const { revision, activeVersion } = (await product.administrator.call('GET', processApi)).body;
  const before = await product.administrator.call('GET', `${processApi}/versions`);
  const activated = await product.administrator.call('POST', `${processApi}/activate`, {
    revision,
    message: 'Shorter',
  });
  expect(activated.status).toBe(200);

  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('list', { name: 'Versions' });
  await history.getByText('Shorter').waitFor();
  await history.getByRole('button', { name: new RegExp(`^Version ${before.body[0].version}\\b`) }).click();
  await page.getByRole('button', { name: 'Show on the canvas' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Canvas' }).selectOption('Process ABC');
  await dialog.getByRole('group', { name: /^Overflow,.*removed$/ }).waitFor();
  await dialog.getByRole('group', { name: /^Once more,.*changed$/ }).click();
  await dialog.getByText('name was "Try again", is "Once more"').waitFor();
  await dialog.locator('[aria-label^="Wire from"][aria-label$=", removed"]').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Why (optional)' }).fill('Overflow is missed');
  await page.getByRole('button', { name: 'Roll back to this version' }).click();

  await page.getByText(`Version ${activeVersion} active`).first().waitFor();
  const log = await product.administrator.call('GET', `${processApi}/activations`);
  expect(log.body[0]).toMatchObject({ kind: 'rolled-back', message: 'Overflow is missed' });
  await page.close();
});
