import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe looks at: part of the page by its selector, `main` unless said otherwise; all of its rules unless some are named. */
export interface AxeScope {
  readonly within?: string;
  readonly rules?: readonly string[];
}

/** What keeps people with assistive technology from using the page, as axe finds it: rule and element. */
export async function accessibilityProblems(page: Page, scope: AxeScope = {}): Promise<readonly string[]> {
  const { within = 'main', rules } = scope;
  // evaluated and not added as an element, since the content policy forbids foreign scripts
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe.source);
  const options = rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } };
  const { violations } = await page.evaluate<AxeResult>(
    `axe.run(document.querySelector(${JSON.stringify(within)}), ${JSON.stringify({ ...options, resultTypes: ['violations'] })})`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
