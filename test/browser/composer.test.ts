import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aZip } from '#test/support/a-zip.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { aDiagram, aWorkflow, type DiagramBlock } from '#test/support/composer-project.ts';
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

const blocks: readonly DiagramBlock[] = [
  { id: 'play', type: 'ird:PlayMessageBlock', name: 'Say hello', at: [200, 100] },
  {
    id: 'set',
    type: 'ird:AssignBlock',
    name: 'Set level',
    inner: '<assignData Key="level" Value="3"/>',
    at: [200, 200],
  },
  {
    id: 'target',
    type: 'ird:TargetBlock',
    name: 'Find an agent',
    inner: '<targets name="Support"/><statistic value="StatOfTheMoon"/>',
    at: [200, 300],
  },
  { id: 'exit', type: 'ird:ExitBlock', name: 'Exit1', at: [200, 400] },
];
const zip = aZip([
  [
    'Care/Workflows/Main.workflow',
    aWorkflow(blocks, [
      ['play', 'set'],
      ['set', 'target'],
      ['target', 'exit', 'error.queue.submit'],
    ]),
  ],
  [
    'Care/Interaction Processes/default.ixnprocess',
    aDiagram('ipd:IpdDiagram', [
      { id: 'w', type: 'ipd:WorkflowBlock', name: 'Main', settings: { resource: 'Workflows/Main.workflow' } },
    ]),
  ],
]);

/** What axe finds in the dialog. */
async function problemsInDialog(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(
    `axe.run(document.querySelector('.mantine-Modal-body')).then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))`,
  );
}

test('a designer reads a Composer project, sees block by block what comes over, and imports it as a draft', async () => {
  const page = await browser.open('/design', { cookie: product.administrator.cookie });
  await page.getByRole('button', { name: 'Import from Composer' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a zip or files' }).click();
  await (await chooser).setFiles({ name: 'Care.zip', mimeType: 'application/zip', buffer: zip });

  await page.getByText('6 blocks', { exact: true }).waitFor();
  expect(await page.getByRole('dialog').textContent()).toContain('67 % of the blocks need no work');
  expect(await problemsInDialog(page)).toEqual([]);
  await page.getByText('By hand', { exact: true }).first().waitFor();
  await page.getByRole('radiogroup', { name: 'How it came over' }).getByText('By hand').click();
  await page.getByText('1 of 6').waitFor();
  await page.getByText('Say hello').waitFor();
  await page.getByRole('radiogroup', { name: 'How it came over' }).getByText('All').click();
  await page.getByRole('textbox', { name: 'Filter' }).fill('StatOfTheMoon');
  await page.getByText('1 of 6').waitFor();
  await page.getByText('Find an agent').waitFor();

  await page.getByRole('button', { name: 'Go on to import' }).click();
  await page.getByRole('button', { name: 'Import 2 objects' }).click();

  await page.waitForURL('**/design/Care');
  const { body } = await product.administrator.call('GET', '/api/processes/Care');
  expect(Object.keys(body.draft.strategies.Main.blocks)).toContain('find-an-agent');
  expect(body.layout.strategies.Main.positions['find-an-agent']).toMatchObject({ x: 200 });
});

test('a folder without diagrams is refused in words', async () => {
  const page = await browser.open('/design', { cookie: product.administrator.cookie });
  await page.getByRole('button', { name: 'Import from Composer' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a zip or files' }).click();
  await (await chooser).setFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Hello') });

  await page.getByText('There is no diagram of Composer in this folder').waitFor();
  expect(browser.faults).toEqual([]);
});
