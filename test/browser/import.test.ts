import type { Page } from 'playwright-core';
import axe from 'axe-core';
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

const process = {
  format: 1,
  name: 'Returns',
  queues: { In: { views: { All: { submitter: { strategy: 'Main' } } } }, ErrorHeld: { parking: true } },
  strategies: {
    Main: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'wait' } },
        wait: { type: 'wait', name: 'Wait', config: { seconds: 60 }, ports: { next: 'stop' } },
        stop: { type: 'stop-interaction', name: 'Stop' },
      },
    },
  },
};
const response = { name: 'Returned', text: 'We got it back.' };

/** The bundle of another installation, where the process and the response went another way. */
function otherBundle() {
  const other = structuredClone(process);
  other.strategies.Main.blocks.wait.config.seconds = 90;
  other.strategies.Main.blocks.stop.name = 'The end';
  return { format: 1, kind: 'bundle', process: other, responses: [{ ...response, text: 'It is back.' }] };
}

async function openImport(): Promise<Page> {
  const page = await browser.open('/design', { cookie: product.administrator.cookie });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  return page;
}

async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('combobox', { name: `What happens to ${name}` }).click();
  await page.getByRole('option', { name: action }).click();
}

const draft = async () => (await product.administrator.call('GET', '/api/processes/Returns')).body.draft;

test('a designer decides conflict by conflict: merges a process, takes both responses, and puts back what was there', async () => {
  const { administrator } = product;
  const bundle = { format: 1, kind: 'bundle', process, responses: [response] };
  await administrator.call('POST', '/api/import', { bundle, apply: true });
  const before = await draft();
  const page = await openImport();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const buffer = Buffer.from(JSON.stringify(otherBundle()));
  await (await chooser).setFiles({ name: 'Returns.json', mimeType: 'application/json', buffer });

  await choose(page, 'Returns', 'Merge');
  await page
    .getByRole('radiogroup', { name: /^Block "Wait" of "Main"/ })
    .getByText('In the import')
    .click();
  await page
    .getByRole('radiogroup', { name: /^Block "Stop" of "Main"/ })
    .getByText('Here')
    .waitFor();
  await choose(page, 'Returned', 'Take both, rename');
  await page.getByRole('textbox', { name: 'New name for Returned' }).fill('Returned too');
  await page.evaluate(axe.source);
  const problems = await page.evaluate<string[]>(
    `axe.run(document.querySelector('.mantine-Modal-body')).then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))`,
  );
  expect(problems).toEqual([]);
  await page.getByRole('button', { name: 'Import 2 objects' }).click();
  await page.waitForURL('**/design/Returns');

  expect((await draft()).strategies.Main.blocks).toMatchObject({
    wait: { config: { seconds: 90 } },
    stop: { name: 'Stop' },
  });
  expect((await administrator.call('GET', '/api/responses/Returned')).body.text).toBe('We got it back.');
  expect((await administrator.call('GET', '/api/responses/Returned%20too')).body.text).toBe('It is back.');
  await page.close();

  const again = await openImport();
  await again.getByRole('button', { name: /^Put back what the import of Returns replaced/ }).click();
  await again.getByRole('button', { name: 'Import 1 object' }).click();
  await again.waitForURL('**/design/Returns');

  expect(await draft()).toEqual(before);
  expect(browser.faults).toEqual([]);
});
