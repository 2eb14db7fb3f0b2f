import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

/** Where the pictures go that pages show. */
const folder = join(import.meta.dirname, '../../docs/pictures');

/** A picture beyond this makes the pages slow to read; the surface has few colours, so it is far off. */
const maxBytes = 250_000;

/** A browser that takes pictures of the web app. */
export interface Studio {
  /** A page in which the holder of the cookie is logged in, as wide as a laptop. */
  open(path: string, cookie: string, scheme?: 'light' | 'dark'): Promise<Page>;
  /** Takes `docs/pictures/<name>.png`, once nothing moves any more. */
  take(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens Chromium, without a window. `url` is where the product listens. */
export async function openStudio(url: string): Promise<Studio> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  await mkdir(folder, { recursive: true });
  return {
    async open(path, cookie, scheme = 'light') {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        colorScheme: scheme,
        reducedMotion: 'reduce',
        timezoneId: 'Europe/Berlin',
        locale: 'en-GB',
      });
      const [name = '', ...value] = cookie.split(';')[0]?.split('=') ?? [];
      await context.addCookies([{ name, value: value.join('='), url }]);
      const page = await context.newPage();
      await page.goto(new URL(path, url).href);
      return page;
    },
    async take(page, name) {
      await settled(page);
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      const { size } = await stat(path);
      if (size > maxBytes) throw new Error(`${name}.png has ${size} bytes; at most ${maxBytes} are wanted`);
      console.log(`docs/pictures/${name}.png ${Math.round(size / 1000)} kB`);
    },
    close: () => browser.close(),
  };
}

/** Waits until fonts are there and two looks at the page, a moment apart, are the same. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  let before = '';
  for (let look = 0; look < 20; look += 1) {
    const now = (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64');
    if (now === before) return;
    before = now;
    await page.waitForTimeout(400);
  }
}
