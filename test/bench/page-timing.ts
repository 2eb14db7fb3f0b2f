import type { Page } from 'playwright-core';

/** Drags from a point and answers the 95th percentile of the time between two pictures, in milliseconds. */
export async function framesWhileDragging(
  page: Page,
  from: { readonly x: number; readonly y: number },
): Promise<number> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.evaluate(`
    window.__times = [];
    {
      let last = performance.now();
      const next = (now) => { window.__times.push(now - last); last = now; window.__raf = requestAnimationFrame(next); };
      window.__raf = requestAnimationFrame(next);
    }
  `);
  for (let step = 1; step <= 100; step += 1) await page.mouse.move(from.x + step * 2, from.y + step);
  await page.mouse.up();
  await page.evaluate('cancelAnimationFrame(window.__raf); window.__times.shift()');
  return percentile95(page);
}

/** Types at usual speed into what has the focus; the 95th percentile from a key to the picture after it, in milliseconds. */
export async function keyTimes(page: Page, text: string): Promise<number> {
  await timeKeys(page);
  await page.keyboard.type(text, { delay: 60 });
  return percentile95(page);
}

/** Presses a key and answers the time to the picture after it, in milliseconds. */
export async function pictureAfter(page: Page, key: string): Promise<number> {
  await timeKeys(page);
  await page.keyboard.press(key);
  return page.evaluate<number>(`new Promise((resolve) => {
    const look = () => window.__times.length === 0
      ? requestAnimationFrame(look)
      : resolve(Math.round(Math.max(...window.__times) * 10) / 10);
    look();
  })`);
}

async function timeKeys(page: Page): Promise<void> {
  await page.evaluate(`
    window.__times = [];
    window.__timing?.abort();
    window.__timing = new AbortController();
    addEventListener('keydown', () => {
      const began = performance.now();
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => window.__times.push(performance.now() - began);
        painted.port2.postMessage(0);
      });
    }, { capture: true, signal: window.__timing.signal });
  `);
}

async function percentile95(page: Page): Promise<number> {
  return page.evaluate<number>(`{
    const sorted = window.__times.toSorted((a, b) => a - b);
    Math.round(sorted[Math.floor(sorted.length * 0.95)] * 10) / 10;
  }`);
}
