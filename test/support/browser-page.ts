import { type Browser, chromium, type Page } from 'playwright-core';

/** A Chromium with pages in which somebody is logged in. */
export interface OpenBrowser {
  /** A page at an address of the web app, as this person; the size of a laptop unless said otherwise. */
  open(
    path: string,
    options: { readonly cookie: string; readonly size?: { width: number; height: number } },
  ): Promise<Page>;
  /** Faults that pages ran into, up to now. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** Starts Debian's Chromium, without a window. `url` is where the product listens. */
export async function openBrowser(url: string): Promise<OpenBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const faults: string[] = [];
  return {
    faults,
    async open(path, { cookie, size }) {
      const context = await browser.newContext({ viewport: size ?? { width: 1440, height: 900 } });
      const [name = '', ...value] = cookie.split(';')[0]?.split('=') ?? [];
      await context.addCookies([{ name, value: value.join('='), url }]);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      await page.goto(new URL(path, url).href);
      return page;
    },
    close: () => browser.close(),
  };
}
