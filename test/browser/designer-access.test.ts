import axe from 'axe-core';
import type { Page } from 'playwright-core';
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

/** Faults against WCAG 2.1 AA that axe finds on the page, one a line: rule and element. */
async function faultsOf(page: Page): Promise<string[]> {
  // evaluated rather than added as a script, which the content policy forbids
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // colours that are still on their way are no colours to judge
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const { axe: checker } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } };
    const found = await checker.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

const pages = [
  { name: 'list of processes', path: '/design', shown: 'Business processes' },
  { name: 'process canvas', path: '/design/ABC%20Simple%20BP', shown: 'Add to the process' },
  { name: 'strategy canvas', path: '/design/ABC%20Simple%20BP/Process%20ABC?select=distribute', shown: 'Ways on' },
  { name: 'block reference', path: '/blocks', shown: 'Blocks' },
];

test.each(pages)('anybody can use the $name, in light and dark', async ({ path, shown }) => {
  const page = await browser.open(path, { cookie: product.administrator.cookie });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.getByRole('heading', { name: shown }).first().waitFor();
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();

    expect(await faultsOf(page), colorScheme).toEqual([]);
  }
});

test('a log-in page asks for no more than name and password, and can be read by anybody', async () => {
  const page = await browser.open('/', { cookie: 'nobody=1' });
  await page.getByRole('button', { name: 'Log in' }).waitFor();

  expect(await page.getByRole('textbox').count()).toBeGreaterThan(0);
  expect(await faultsOf(page)).toEqual([]);
});
