import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { accessibilityProblems } from '#test/support/accessibility.ts';
import { aProcessDocument } from '#test/support/a-process.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let browser: OpenBrowser;
let page: Page;

const path = '/api/processes/Orders';
const layout = { process: { positions: {}, notes: {} }, strategies: {} };

/** Everything goes into the queue of that name. */
function leadingTo(queue: string) {
  const blocks = {
    entry: { type: 'entry', config: {}, ports: { next: 'place' } },
    place: { type: 'queue-interaction', config: { queue } },
  };
  return aProcessDocument({
    name: 'Orders',
    endpoints: { orders: { media: 'email', queue: 'Orders in' } },
    queues: {
      'Orders in': { views: { All: { submitter: { strategy: 'Sort' } } } },
      Shelf: { parking: true },
      Counter: { parking: true },
      ErrorHeld: { parking: true },
    },
    strategies: { Sort: { blocks } },
  });
}

async function save(queue: string): Promise<number> {
  const { revision } = (await product.administrator.call('GET', path)).body;
  const draft = leadingTo(queue);
  const saved = await product.administrator.call('PUT', `${path}/draft`, { draft, layout, revision });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  return saved.body.revision;
}

/** Hands interactions in; answers the queues they come to. */
async function queuesOf(subjects: readonly string[]): Promise<string[]> {
  const made = await Promise.all(
    subjects.map((subject) =>
      product.administrator.call('POST', '/api/interactions', {
        endpoint: 'orders',
        media: 'email',
        subject,
        text: subject,
      }),
    ),
  );
  return Promise.all(
    made.map(async ({ status, body }) => {
      expect(status, JSON.stringify(body)).toBe(201);
      const queue = async (): Promise<string | null> =>
        (await product.administrator.call('GET', `/api/interactions/${body.interactionId}`)).body.queue;
      await expect.poll(queue, { timeout: 30_000 }).toMatch(/^(Shelf|Counter)$/);
      return (await queue()) ?? '';
    }),
  );
}

beforeAll(async () => {
  product = await startWholeProduct();
  browser = await openBrowser(product.url);
  await product.administrator.call('POST', '/api/processes', { name: 'Orders' });
  const revision = await save('Shelf');
  const activated = await product.administrator.call('POST', `${path}/activate`, { revision, message: 'First' });
  expect(activated.status, JSON.stringify(activated.body)).toBe(200);
});

// the first version alone, wherever an attempt before this one ended
beforeEach(async () => {
  await product.administrator.call('POST', `${path}/rollout/withdraw`, {});
  const { activeVersion } = (await product.administrator.call('GET', path)).body;
  if (activeVersion !== 1) await product.administrator.call('POST', `${path}/rollback`, { version: 1 });
});

afterEach(() => page.close());

afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function startCanary(queue: string): Promise<void> {
  await save(queue);
  page = await browser.open('/design/Orders', { cookie: product.administrator.cookie });
  await page.getByRole('button', { name: 'Activate', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Activate this draft' });
  await sheet.getByRole('radio', { name: 'A part (canary)' }).check();
  await sheet.getByRole('button', { name: 'Start the canary' }).click();
  await sheet.waitFor({ state: 'detached' });
}

test('a draft takes a part first, is looked at beside the active version, and then takes it all', async () => {
  await startCanary('Counter');
  await page.getByRole('button', { name: 'Canary: version 2, 10 %' }).click();
  const trial = page.getByRole('region', { name: 'Canary' });
  await trial.getByText('Version 2 takes 10 %. Version 1 takes the rest.').waitFor();
  await trial.getByRole('button', { name: 'Change the part' }).click();
  await trial.getByRole('switch', { name: 'Only those that meet a condition' }).check({ force: true });
  await trial.getByRole('button', { name: 'Add a rule' }).click();
  await trial.getByRole('textbox', { name: 'Value' }).fill('urgent');
  await trial.getByRole('textbox', { name: 'Share' }).fill('100');
  expect(await accessibilityProblems(page, { within: '[aria-label=Canary]' })).toEqual([]);
  await trial.getByRole('button', { name: 'Save the part' }).click();
  await trial.getByText('Version 2 takes all that come into question').waitFor();

  expect(await queuesOf(['urgent order', 'an order', 'another order'])).toEqual(['Counter', 'Shelf', 'Shelf']);

  const sides = trial.getByRole('table', { name: 'Versions side by side' });
  await sides.getByRole('row', { name: /^Version 1 2 0 2 0$/ }).waitFor();
  await sides.getByRole('row', { name: /^Version 2 new 1 0 1 0$/ }).waitFor();
  await trial.getByRole('button', { name: 'Take it all' }).click();
  const question = page.getByRole('dialog', { name: 'Version 2 for everybody?' });
  await question.getByRole('textbox', { name: 'Message' }).fill('It does well');
  await question.getByRole('button', { name: 'Take it all' }).click();
  await page.getByText('No version is on trial').waitFor();

  expect(await queuesOf(['an order'])).toEqual(['Counter']);
  await page.keyboard.press('Escape');
  await page.getByText('Version 2 active').first().waitFor();
});

test('a canary that is stopped takes nothing any more, and the log tells all of it', async () => {
  await startCanary('Shelf');
  await page.getByRole('button', { name: 'Canary: version 3, 10 %' }).click();
  const trial = page.getByRole('region', { name: 'Canary' });
  await trial.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog', { name: 'Take version 3 back?' }).getByRole('button', { name: 'Stop' }).click();
  await page.getByText('No version is on trial').waitFor();

  await page.goto(new URL('/settings/activations', product.url).href);
  const log = page.getByRole('list', { name: 'Activations' });
  await log.getByText('Orders: Version 3 taken back').waitFor();
  const lines = (await log.getByRole('listitem').allTextContents()).filter((line) => line.startsWith('Orders'));
  for (const told of ['Version 3 takes a part', 'Rolled back to version 1', 'Version 2 takes it all', 'It does well'])
    expect(lines.join('\n')).toContain(told);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(browser.faults).toEqual([]);
});
