import type { BusinessProcessInput } from '../document/business-process.ts';
import { describeSettings } from './describe-settings.ts';
import type { SourceBlock } from './diagram.ts';
import { freshLegalName } from './fresh-names.ts';
import { settingOf, shownSetting } from './setting.ts';
import { translateViewCondition } from './translate-view-condition.ts';
import { viewFieldFor } from './view-fields.ts';
import { attributeOf, childrenNamed, type XmlElement } from './xml-element.ts';

type Views = NonNullable<NonNullable<BusinessProcessInput['queues']>[string]['views']>;
type ViewInput = Views[string];

/** The views of an interaction queue with the strategies they feed, and what of them is left to do. */
export function readViews(
  block: SourceBlock,
  strategies: ReadonlyMap<string, string>,
): { views: Views; reasons: string[] } {
  const rows = childrenNamed(block.element, 'views', 'view', 'queueViews', 'interactionQueueViews');
  const reasons: string[] = [];
  const taken = new Set<string>();
  const views: Views = {};
  const byLink = new Map(block.links.map(({ name, to }) => [name, strategies.get(to)]));
  for (const row of rows) {
    const name = attributeOf(row, 'name')?.trim() ?? '';
    const strategy = byLink.get(name) ?? (rows.length === 1 ? strategies.get(block.links[0]?.to ?? '') : undefined);
    const settings = describeSettings(row).filter((line) => !line.startsWith('name = '));
    views[freshLegalName(name, 'View', taken)] = {
      ...(settings.length === 0 ? {} : { description: `In Composer:\n${settings.join('\n')}` }),
      ...conditionOf(row, name, reasons),
      ...orderOf(row, name, reasons),
      ...(strategy === undefined ? {} : { submitter: { strategy, ...flightOf(row) } }),
    };
  }
  if (rows.length > 0) return { views, reasons };
  for (const { name, to } of block.links) {
    const strategy = strategies.get(to);
    if (strategy !== undefined) views[freshLegalName(name, 'All', taken)] = { submitter: { strategy } };
  }
  return { views, reasons };
}

/** Its condition as rules, or none: a view that takes too much is switched off until somebody has looked at it. */
function conditionOf(row: XmlElement, name: string, reasons: string[]): Pick<ViewInput, 'condition' | 'enabled'> {
  const written = settingOf(row, 'condition', 'conditions', 'where', 'sql', 'expression', 'filter');
  if (written === undefined) return {};
  const told = translateViewCondition(shownSetting(written));
  if ('condition' in told) return { condition: told.condition };
  reasons.push(
    `Write the condition of view "${name}" anew, then switch the view on: ${told.problem} As it was, it stands in its description.`,
  );
  return { enabled: false };
}

function orderOf(row: XmlElement, name: string, reasons: string[]): Pick<ViewInput, 'order'> {
  const written = settingOf(row, 'order', 'orderBy', 'sort');
  if (written === undefined) return {};
  const terms = shownSetting(written)
    .split(',')
    .map((term) => /^\s*([\w.]+)(?:\s+(asc|desc))?\s*$/i.exec(term));
  const order = terms.flatMap((term) => {
    const field = viewFieldFor(term?.[1] ?? '');
    const told = field === undefined ? '' : `${field}${term?.[2] === undefined ? '' : ` ${term[2].toLowerCase()}`}`;
    // a key with blanks or signs in it cannot be ordered by
    return /^[A-Za-z][\w.]*(?: (?:asc|desc))?$/.test(told) ? [told] : [];
  });
  if (order.length < terms.length)
    reasons.push(`Write the order of view "${name}" anew; as it was, it stands in its description.`);
  return order.length === 0 || order.length < terms.length ? {} : { order };
}

/** How many interactions may be in the strategy at once, where it says. */
function flightOf(row: XmlElement): { readonly maxInFlight?: number } {
  const most = Number(attributeOf(row, 'maxInFlight', 'maxInteractions', 'capacity', 'maximum') ?? '');
  return Number.isInteger(most) && most >= 1 && most <= 100_000 ? { maxInFlight: most } : {};
}
