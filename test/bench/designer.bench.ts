import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { largeProcess } from '#test/support/large-process.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';
import type { BenchResult } from './bench-result.ts';
import { framesWhileDragging, keyTimes, pictureAfter } from './page-timing.ts';

export const name = 'designer';

interface Scene {
  readonly product: WholeProduct;
  readonly browser: OpenBrowser;
}

/** Opening, dragging, panning and typing on large canvases in headless Chromium; milliseconds, 95th percentile where there are many. */
export async function run(): Promise<BenchResult> {
  const product = await startWholeProduct();
  const browser = await openBrowser(product.url);
  const load = [loadavg()[0]];
  try {
    const scene = { product, browser };
    const initialScriptKB = await scriptKB(scene);
    const strategy1000 = await measureStrategy(scene, 1000);
    const process300 = await measureProcess(scene, 1000);
    const strategy5000 = await measureStrategy(scene, 5000);
    load.push(loadavg()[0]);
    const detail = { load, initialScriptKB, strategy1000, process300, strategy5000 };
    return { ours: strategy1000.openMs, unit: 'ms to open 1,000 blocks', detail };
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function measureStrategy(scene: Scene, count: number) {
  const process = nameOf(count);
  await scene.product.administrator.call('POST', '/api/processes', { name: process });
  await saveDraft(scene, process, () => largeProcess(process, count));
  const page = await pageOn(scene);
  const canvas = await measureCanvas(page, `/design/${encodeURIComponent(process)}/Main`);
  const keyP95Ms = await typeInto(page, 'card');
  const undoAfterMergeMs = await undoAfterMerge(scene, page, process);
  await page.context().close();
  return { ...canvas, keyP95Ms, undoAfterMergeMs };
}

async function measureProcess(scene: Scene, count: number) {
  const page = await pageOn(scene);
  const canvas = await measureCanvas(page, `/design/${encodeURIComponent(nameOf(count))}`);
  const keyP95Ms = await typeInto(page, 'pane');
  await page.context().close();
  return { ...canvas, keyP95Ms };
}

const nameOf = (count: number): string => `Large ${count}`;

/** A page of the list of processes: what every page needs is loaded. */
async function pageOn({ product, browser }: Scene): Promise<Page> {
  const page = await browser.open('/design', { cookie: product.administrator.cookie });
  await page.getByText(nameOf(1000)).first().waitFor();
  return page;
}

/** Saves as somebody else does, over the API. */
async function saveDraft({ product }: Scene, process: string, change: (draft: Draft) => object): Promise<void> {
  const path = `/api/processes/${encodeURIComponent(process)}`;
  const before = (await product.administrator.call('GET', path)).body;
  const { revision, layout } = before;
  const body = { layout, ...change(before.draft), revision };
  const saved = await product.administrator.call('PUT', `${path}/draft`, body);
  if (saved.status !== 200) throw new Error(`the draft was refused: ${JSON.stringify(saved.body)}`);
}

interface Draft {
  readonly strategies: { readonly Main: { readonly blocks: Record<string, object> } };
}

async function measureCanvas(page: Page, path: string) {
  const began = performance.now();
  await page.goto(new URL(path, page.url()).href);
  await page.locator('[aria-busy="false"] .react-flow__node').first().waitFor();
  const openMs = Math.round(performance.now() - began);
  const farPanP95Ms = await framesWhileDragging(page, await spot(page, 'pane'));
  await page.getByRole('button', { name: 'Zoom to 100 %' }).click();
  await page.getByRole('button', { name: '100 %' }).waitFor();
  const dragP95Ms = await framesWhileDragging(page, await spot(page, 'card'));
  const panP95Ms = await framesWhileDragging(page, await spot(page, 'pane'));
  return { openMs, farPanP95Ms, dragP95Ms, panP95Ms };
}

/** A place on a card, or on the canvas beside cards, that nothing lies over. */
async function spot(page: Page, what: 'pane' | 'card'): Promise<{ readonly x: number; readonly y: number }> {
  const find = () =>
    page.evaluate<{ x: number; y: number } | undefined>(`(() => {
    const { left, top, right, bottom } = document.querySelector('.react-flow__pane').getBoundingClientRect();
    const wanted = ${JSON.stringify(what === 'pane' ? '.react-flow__pane' : '.react-flow__node-card')};
    for (let y = top + (bottom - top) / 3; y < bottom - 150; y += 6)
      for (let x = left + (right - left) / 3; x < right - 250; x += 6)
        if (document.elementFromPoint(x, y)?.closest('.react-flow__pane, .react-flow__node, .react-flow__edge')?.matches(wanted))
          return { x, y };
    return undefined;
  })()`);
  // cards come into sight a moment after a zoom
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const found = await find();
    if (found !== undefined) return found;
    await page.waitForTimeout(100);
  }
  throw new Error(`no ${what} is in sight`);
}

/** Types into the name of a block, or into the description of the process. */
async function typeInto(page: Page, what: 'card' | 'pane'): Promise<number> {
  const { x, y } = await spot(page, what);
  await page.mouse.click(x, y);
  await page.getByRole('textbox', { name: what === 'card' ? 'Name' : 'Description', exact: true }).click();
  return keyTimes(page, 'a name that somebody types at usual speed');
}

/** Somebody else saves a change of one block; how long Ctrl-Z takes then, which has to bring it into the step it goes to. */
async function undoAfterMerge(scene: Scene, page: Page, process: string): Promise<number> {
  await page.getByText('Saved', { exact: true }).waitFor();
  const isRead = page.waitForResponse(
    (answer) => answer.request().method() === 'GET' && answer.url().endsWith(encodeURIComponent(process)),
  );
  await saveDraft(scene, process, (draft) => {
    const { Main } = draft.strategies;
    const blocks = { ...Main.blocks, 'wait-1': { ...Main.blocks['wait-1'], name: 'Changed elsewhere' } };
    return { draft: { ...draft, strategies: { ...draft.strategies, Main: { ...Main, blocks } } } };
  });
  await (await isRead).finished();
  // off the field, which has an undo of its own
  await page.evaluate('document.activeElement.blur()');
  return pictureAfter(page, 'Control+z');
}

async function scriptKB({ product, browser }: Scene): Promise<number> {
  const page = await browser.open('/design', { cookie: product.administrator.cookie });
  await page.getByText('ABC Simple BP').first().waitFor();
  const kilobytes = await page.evaluate<number>(`
    Math.round(performance.getEntriesByType('resource').filter((one) => one.name.includes('.js')).reduce((sum, one) => sum + one.encodedBodySize, 0) / 1024);
  `);
  await page.context().close();
  return kilobytes;
}
