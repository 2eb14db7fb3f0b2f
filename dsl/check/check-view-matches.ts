import type { FieldValue } from '../condition/field-reasoning.ts';
import type { BusinessProcess, View } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { diagnosticAt } from './diagnostic-at.ts';
import { matchesBoth, neverMatches } from './view-conditions.ts';

type NamedView = readonly [name: string, view: View];

/**
 * Views that can never match, and views of a queue that hand the same interaction to different strategies. Both are
 * claimed only when they are certain: the first by contradiction, the second by an example.
 */
export function checkViewMatches(process: BusinessProcess): Diagnostic[] {
  return Object.entries(process.queues).flatMap(([queue, { views }]) => {
    const all = Object.entries(views);
    const never = all.filter(([, view]) => neverMatches(queue, view));
    const taking = all.filter((one) => !never.includes(one) && one[1].enabled && takes(process, one[1]));
    return [...never.map(([name]) => cannotMatch(queue, name)), ...overlaps(queue, taking)];
  });
}

function takes(process: BusinessProcess, { submitter }: View): boolean {
  const name = submitter?.strategy ?? '';
  // a submitter that leads nowhere is told of elsewhere
  const strategy = Object.hasOwn(process.strategies, name) ? process.strategies[name] : undefined;
  return submitter?.enabled === true && strategy?.kind === 'strategy';
}

function cannotMatch(queue: string, name: string): Diagnostic {
  const message =
    `No interaction can match view "${name}" of queue "${queue}": its rules contradict one another; ` +
    'correct the condition or remove the view.';
  return diagnosticAt('warning', 'check/view-never-matches', ['queues', queue, 'views', name, 'condition'], message);
}

function overlaps(queue: string, views: readonly NamedView[]): Diagnostic[] {
  return views.flatMap(([name, view], index) =>
    views.slice(index + 1).flatMap(([otherName, other]): Diagnostic[] => {
      if (neverDueTogether(view, other)) return [];
      // the same strategy gets it either way
      if (view.submitter?.strategy === other.submitter?.strategy) return [];
      const example = matchesBoth(queue, view, other);
      if (example === undefined) return [];
      const message =
        `Views "${name}" and "${otherName}" of queue "${queue}" both match ${describe(example)}, and chance decides whether ` +
        `"${view.submitter?.strategy}" or "${other.submitter?.strategy}" gets it; give one of them a condition that leaves out the other's.`;
      return [diagnosticAt('warning', 'check/views-overlap', ['queues', queue, 'views', otherName], message)];
    }),
  );
}

/** What one takes when it is due, the other takes before only. */
function neverDueTogether({ scheduling: one }: View, { scheduling: other }: View): boolean {
  return (one === 'due' && other === 'scheduled') || (one === 'scheduled' && other === 'due');
}

function describe(example: Readonly<Record<string, FieldValue>>): string {
  const { queue: _, ...rest } = example;
  const parts = Object.entries(rest).map(([field, value]) =>
    value === undefined ? `without ${field}` : `with ${field} ${JSON.stringify(value)}`,
  );
  return parts.length === 0 ? 'every interaction' : `an interaction ${parts.join(' and ')}`;
}
