import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What keeps people with assistive technology from using the page's main part, as axe finds it: rule and element. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  // evaluated and not added as an element, since the content policy forbids foreign scripts
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResult>(`axe.run(document.querySelector('main'))`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
