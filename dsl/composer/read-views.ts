import type { BusinessProcessInput } from '../document/business-process.ts';
import type { SourceBlock } from './diagram.ts';
import { freshLegalName } from './fresh-names.ts';
import { describeSettings } from './describe-settings.ts';
import { attributeOf, childrenNamed } from './xml-element.ts';

type Views = NonNullable<NonNullable<BusinessProcessInput['queues']>[string]['views']>;

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
    if (settings.some((line) => /^(?:condition|order|segmentation|where|sql)\w* =/i.test(line))) {
      reasons.push(
        `Write the condition and the order of view "${name}" anew; as they were, they stand in its description.`,
      );
    }
    views[freshLegalName(name, 'View', taken)] = {
      ...(settings.length === 0 ? {} : { description: `In Composer:\n${settings.join('\n')}` }),
      ...(strategy === undefined ? {} : { submitter: { strategy } }),
    };
  }
  if (rows.length > 0) return { views, reasons };
  for (const { name, to } of block.links) {
    const strategy = strategies.get(to);
    if (strategy !== undefined) views[freshLegalName(name, 'All', taken)] = { submitter: { strategy } };
  }
  return { views, reasons };
}
