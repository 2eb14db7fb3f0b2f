import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems } from '#test/support/accessibility.ts';
import { type OpenBrowser, openBrowser } from '#test/support/browser-page.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';
import { until } from '#test/support/until.ts';
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

const laptop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const looks = [
  ['laptop', laptop, 'light', undefined],
  ['laptop', laptop, 'dark', ['color-contrast']],
  ['phone', phone, 'dark', undefined],
  ['phone', phone, 'light', ['color-contrast']],
] as const;
const process = `/design/${encodeURIComponent('ABC Simple BP')}`;
const strategy = `${process}/${encodeURIComponent('Process ABC')}`;

/** An address of every route, and of every section with an object open. */
const paths = [
  '/design',
  `${process}?select=${encodeURIComponent('queue:Inbound queue')}`,
  `${strategy}?select=distribute`,
  '/find?text=queue',
  '/blocks',
  '/desktop',
  '/test-bench',
  '/test-bench/chat',
  '/supervisor',
  '/supervisor/reports',
  '/interactions',
  '/knowledge/responses',
  '/knowledge/responses/Password%20reset',
  '/knowledge/screening-rules/Complaint',
  '/knowledge/routing-rules?create=true',
  '/knowledge/models/Requests',
  '/knowledge/lists?create=true',
  '/knowledge/business-hours?create=true',
  '/settings/people/ada',
  '/settings/agent-groups/Complaints',
  '/settings/mailboxes?create=true',
  '/settings/agent-desktop',
  '/settings/outgoing-mail',
  '/settings/sms-channels?create=true',
  '/settings/web-forms?create=true',
  '/settings/social-accounts?create=true',
  '/settings/open-media?create=true',
  '/settings/activations',
  '/settings/tokens',
  '/settings/webhooks?create=true',
  '/settings/data-sources?create=true',
  '/settings/external-services?create=true',
  '/settings/secrets?create=true',
  '/settings/about',
  '/no-such-page',
];

/** Until nothing of the page waits for anything. */
async function settled(page: Page): Promise<void> {
  await page.locator('main').waitFor();
  await page.waitForFunction(() => {
    const main = globalThis.document.querySelector('main');
    const waits = main?.querySelector('[aria-busy="true"], output[aria-label="Loading…"]');
    return main !== null && main.textContent !== '' && waits === null;
  });
}

async function aMail(): Promise<string> {
  await sendSmtp(product.smtpPort, {
    from: 'mia@customer.example',
    to: 'support@abc.example',
    subject: 'Where is my parcel?',
    text: 'Hello',
  });
  return until(async () => {
    const { body } = await product.administrator.call('GET', '/api/interactions?search=parcel');
    return body.interactions[0]?.id as string | undefined;
  });
}

/** Colours at rest at once, since half-way between light and dark no contrast holds. */
async function withoutTransitions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
    globalThis.document.adoptedStyleSheets = [...globalThis.document.adoptedStyleSheets, sheet];
  });
}

/** Shows the page so and waits until it has been drawn anew. */
async function show(page: Page, size: typeof laptop, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForFunction(
    (scheme) => globalThis.document.documentElement.dataset['mantineColorScheme'] === scheme,
    colorScheme,
  );
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** What axe finds on the page: everything on a laptop by day and on a phone by night, and of the other two what colours do. */
async function problemsOf(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [device, size, scheme, rules] of looks) {
    await show(page, size, scheme);
    const problems = await accessibilityProblems(page, { within: 'html', ...(rules && { rules }) });
    found.push(...problems.map((problem) => `${device}, ${scheme}: ${problem}`));
  }
  return found;
}

test('axe finds nothing on any page, light and dark, on a laptop and on a phone', { timeout: 300_000 }, async () => {
  const id = await aMail();
  const found: Record<string, readonly string[]> = {};
  const page = await browser.open('/design', { cookie: product.administrator.cookie });
  for (const path of [...paths, `/interactions/${id}`]) {
    await page.setViewportSize(laptop);
    await page.goto(new URL(path, product.url).href);
    await settled(page);
    await withoutTransitions(page);
    const problems = await problemsOf(page);
    if (problems.length > 0) found[path] = problems;
  }
  expect(found).toEqual({});
  expect(browser.faults).toEqual([]);
});

test('the app speaks German once it is chosen, on every page, and goes on after a reload', async () => {
  const page = await browser.open('/design', { cookie: product.administrator.cookie });
  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();

  await page.getByRole('heading', { name: 'Geschäftsprozesse' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  const headings = {
    '/settings/people': 'Personen',
    '/knowledge/responses': 'Standardantworten',
    '/interactions': 'Interaktionen',
    '/test-bench': 'Als Kunde schreiben',
    '/blocks': 'Blöcke',
  };
  for (const [path, heading] of Object.entries(headings)) {
    await page.goto(new URL(path, product.url).href);
    await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
  }
  await page.goto(new URL(`${strategy}?select=distribute`, product.url).href);
  await page.getByRole('button', { name: 'In Warteschlange stellen hinzufügen' }).waitFor();
  await page.getByText('Zeitlimit', { exact: true }).first().waitFor();

  await page.reload();
  await page.getByRole('button', { name: 'In Warteschlange stellen hinzufügen' }).waitFor();
  expect(await page.evaluate(() => globalThis.document.documentElement.lang)).toBe('de');
  await page.getByRole('button', { name: /Konto von/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Add Queue Interaction' }).waitFor();
  expect(browser.faults).toEqual([]);
  await page.context().close();
});
