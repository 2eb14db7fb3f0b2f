import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { openBrowser } from '#test/support/browser-page.ts';
import { startWholeProduct } from '#test/support/whole-product.ts';
import type { BenchResult } from './bench-result.ts';

export const name = 'designer';

const columns = 25;

/** Opening, dragging, panning and typing on large canvases in headless Chromium; milliseconds, 95th percentile where there are many. */
export async function run(): Promise<BenchResult> {
  const product = await startWholeProduct();
  const browser = await openBrowser(product.url);
  const { cookie } = product.administrator;
  const detail: Record<string, unknown> = { load: loadavg()[0] };
  try {
    for (const count of [1000]) {
      const process = `Large ${count}`;
      await product.administrator.call('POST', '/api/processes', { name: process });
      const path = `/api/processes/${encodeURIComponent(process)}`;
      const { revision } = (await product.administrator.call('GET', path)).body;
      const saved = await product.administrator.call('PUT', `${path}/draft`, {
        ...largeProcess(process, count),
        revision,
      });
      if (saved.status !== 200) throw new Error(`the draft was refused: ${JSON.stringify(saved.body)}`);
      const page = await browser.open('/design', { cookie });
      await page.getByText(process).first().waitFor();
      if (count === 1000) detail['initialScriptKB'] = await scriptKB(page);
      detail[`strategy${count}`] = await measure(page, `/design/${encodeURIComponent(process)}/Main`, count === 1000);
      await page.context().close();
      if (count !== 1000) continue;
      const outer = await browser.open('/design', { cookie });
      detail['process300'] = await measure(outer, `/design/${encodeURIComponent(process)}`, false);
      await outer.context().close();
    }
  } finally {
    await browser.close();
    await product.stop();
  }
  const { openMs } = detail['strategy1000'] as { openMs: number };
  return { ours: openMs, unit: 'ms to open 1,000 blocks', detail };
}

async function measure(page: Page, path: string, hasKeys: boolean): Promise<object> {
  const began = performance.now();
  await page.goto(new URL(path, page.url()).href);
  await page.locator('[aria-busy="false"] .react-flow__node').first().waitFor();
  const openMs = Math.round(performance.now() - began);
  const card = page.locator('.react-flow__node-card').nth(3);
  const zoomIn = page.getByRole('button', { name: 'Zoom to 100 %' });
  await zoomIn.click();
  await page.waitForFunction(() => document.querySelectorAll('.react-flow__node-card').length > 3);
  const box = await card.boundingBox();
  const dragP95Ms = await frames(page, { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 12 });
  const pane = await page.locator('.react-flow__pane').boundingBox();
  const panP95Ms = await frames(page, { x: (pane?.x ?? 0) + 4, y: (pane?.y ?? 0) + 4 });
  return { openMs, dragP95Ms, panP95Ms, ...(hasKeys && { keyP95Ms: await keys(page) }) };
}

/** Drags from a point for two seconds and answers the 95th percentile of the time between two pictures. */
async function frames(page: Page, from: { readonly x: number; readonly y: number }): Promise<number> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.evaluate(`
    window.__frames = [];
    let last = performance.now();
    const next = (now) => { window.__frames.push(now - last); last = now; window.__raf = requestAnimationFrame(next); };
    window.__raf = requestAnimationFrame(next);
  `);
  for (let step = 1; step <= 100; step += 1) await page.mouse.move(from.x + step * 2, from.y + step);
  await page.mouse.up();
  return page.evaluate<number>(`
    cancelAnimationFrame(window.__raf);
    const sorted = window.__frames.slice(1).sort((a, b) => a - b);
    Math.round(sorted[Math.floor(sorted.length * 0.95)] * 10) / 10;
  `);
}

/** Types into the name of a block and answers the 95th percentile from the key to the picture after it. */
async function keys(page: Page): Promise<number> {
  await page.locator('.react-flow__node-card').nth(2).click();
  const field = page.getByRole('textbox', { name: 'Name', exact: true });
  await field.click();
  await page.evaluate(`
    window.__keys = [];
    addEventListener('keydown', () => {
      const began = performance.now();
      requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => window.__keys.push(performance.now() - began); c.port2.postMessage(0); });
    }, true);
  `);
  await page.keyboard.type('a name that somebody types at usual speed', { delay: 60 });
  return page.evaluate<number>(`
    const sorted = window.__keys.sort((a, b) => a - b);
    Math.round(sorted[Math.floor(sorted.length * 0.95)] * 10) / 10;
  `);
}

async function scriptKB(page: Page): Promise<number> {
  return page.evaluate<number>(`
    Math.round(performance.getEntriesByType('resource').filter((one) => one.name.includes('.js')).reduce((sum, one) => sum + one.encodedBodySize, 0) / 1024);
  `);
}

/** A strategy of so many blocks in rows, each leading to the next, beside a process of 300 objects. */
function largeProcess(process: string, count: number) {
  const blocks: Record<string, object> = { entry: { type: 'entry', ports: { next: 'wait-1' } } };
  const positions: Record<string, { x: number; y: number }> = { entry: { x: 0, y: -160 } };
  for (let index = 1; index < count; index += 1) {
    const isLast = index === count - 1;
    blocks[`wait-${index}`] = {
      type: 'wait',
      name: `Wait ${index}`,
      config: { seconds: 5 },
      ports: { next: isLast ? 'end' : `wait-${index + 1}` },
    };
    positions[`wait-${index}`] = { x: (index % columns) * 300, y: Math.floor(index / columns) * 160 };
  }
  blocks['end'] = { type: 'queue-interaction', config: { queue: 'Queue 1' } };
  positions['end'] = { x: 0, y: (count / columns + 1) * 160 };
  const numbers = Array.from({ length: 100 }, (_, index) => index + 1);
  const queues = Object.fromEntries(
    numbers.map((number) => [`Queue ${number}`, { views: { All: { submitter: { strategy: 'Main' } } } }]),
  );
  const placed = numbers.flatMap((number) =>
    ['queue', 'view', 'submitter'].map((kind, index) => [
      kind === 'queue' ? `queue:Queue ${number}` : `${kind}:Queue ${number}/All`,
      { x: index * 260, y: number * 100 },
    ]),
  );
  const draft = {
    format: 1,
    name: process,
    errorQueue: 'Queue 1',
    endpoints: {},
    queues,
    strategies: { Main: { blocks } },
  };
  const layout = {
    process: { positions: { ...Object.fromEntries(placed), 'strategy:Main': { x: 1100, y: 100 } }, notes: {} },
    strategies: { Main: { positions, notes: {} } },
  };
  return { draft, layout };
}
