import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, evaluateCondition } from '../condition/condition.ts';
import type { Rule } from '../condition/rule.ts';
import { viewSchema } from '../document/business-process.ts';
import { aProcess } from '#test/support/a-process.ts';
import { checkViewMatches } from './check-view-matches.ts';
import { matchesBoth, neverMatches } from './view-conditions.ts';

const stop = { blocks: { entry: { type: 'entry', ports: { next: 'stop' } }, stop: { type: 'stop-interaction' } } };

function messages(views: Record<string, { rules?: Rule[]; strategy?: string }>): string[] {
  const made = Object.entries(views).map(([name, { rules, strategy = 'Main' }]) => [
    name,
    { submitter: { strategy }, ...(rules && { condition: { combinator: 'and' as const, rules } }) },
  ]);
  const process = aProcess({
    queues: { In: { views: Object.fromEntries(made) } },
    strategies: { Main: stop, Other: stop },
  });
  return checkViewMatches(process).map(({ message }) => message);
}

test('finds a view whose rules contradict one another', () => {
  const contradictions: Rule[][] = [
    [
      { field: 'priority', operator: '>', value: 5 },
      { field: 'interaction.priority', operator: '<', value: 3 },
    ],
    [
      { field: 'data.Topic', operator: '=', value: 'Billing' },
      { field: 'data.Topic', operator: 'in', value: ['Delivery'] },
    ],
    [
      { field: 'subject', operator: 'beginsWith', value: 'Re:' },
      { field: 'subject', operator: 'beginsWith', value: 'Fwd:' },
    ],
    [
      { field: 'data.Topic', operator: 'null' },
      { field: 'data.Topic', operator: 'contains', value: 'x' },
    ],
    [{ field: 'queue', operator: '=', value: 'Another queue' }],
  ];

  for (const rules of contradictions) {
    expect(messages({ All: { rules } })).toEqual([
      'No interaction can match view "All" of queue "In": its rules contradict one another; correct the condition or remove the view.',
    ]);
  }
});

test('finds views that hand the same interaction to different strategies, with an example', () => {
  const urgent: Rule[] = [{ field: 'priority', operator: '>', value: 5 }];

  expect(messages({ All: {}, Urgent: { rules: urgent, strategy: 'Other' } })).toEqual([
    'Views "All" and "Urgent" of queue "In" both match an interaction with priority 6, and chance decides whether "Main" or "Other" ' +
      "gets it; give one of them a condition that leaves out the other's.",
  ]);
});

test('lets views be that exclude one another, or lead to the same strategy', () => {
  const urgent: Rule[] = [{ field: 'priority', operator: '>', value: 5 }];
  const rest: Rule[] = [{ field: 'priority', operator: '<=', value: 5 }];

  expect(messages({ Rest: { rules: rest }, Urgent: { rules: urgent, strategy: 'Other' } })).toEqual([]);
  expect(messages({ All: {}, Urgent: { rules: urgent } })).toEqual([]);
});

const values = fc.constantFrom('a', 'ab', 'b', '5', 5, 7, true, '2030-01-31');
const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    field: fc.constantFrom('subject', 'priority', 'data.A'),
    operator: fc.constantFrom('=', '!=', '<', '<=', '>', '>=', 'contains', 'doesNotContain', 'beginsWith', 'endsWith'),
    value: values,
  }),
  fc.record({ field: fc.constantFrom('subject', 'data.A'), operator: fc.constantFrom('null', 'notNull') }),
  fc.record({
    field: fc.constantFrom('subject', 'data.A'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.array(values, { maxLength: 3 }),
  }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.record({
    combinator: fc.constantFrom('and', 'or'),
    not: fc.boolean(),
    rules: fc.array(fc.oneof({ maxDepth: 2 }, rule, tie('condition')), { maxLength: 4 }),
  }),
}));
const interaction = fc.record({
  subject: fc.option(values, { nil: undefined }),
  priority: fc.option(values, { nil: undefined }),
  'data.A': fc.option(values, { nil: undefined }),
  queue: fc.constant('In'),
});

test('a view that is said never to match matches nothing that was tried', () => {
  fc.assert(
    fc.property(condition, fc.array(interaction, { minLength: 20, maxLength: 20 }), (one, tried) => {
      const view = viewSchema.parse({ condition: one });
      if (!neverMatches('In', view)) return;
      expect(tried.filter((fields) => evaluateCondition(one, (field) => fields[field as 'queue']))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('the example of an overlap matches both views', () => {
  fc.assert(
    fc.property(condition, condition, (one, other) => {
      const example = matchesBoth('In', viewSchema.parse({ condition: one }), viewSchema.parse({ condition: other }));
      if (example === undefined) return;
      for (const each of [one, other]) expect(evaluateCondition(each, (field) => example[field])).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('does not call views overlapping of which one takes what is due, the other what is not', () => {
  const view = (strategy: string, scheduling: 'due' | 'scheduled' | 'any') => ({ scheduling, submitter: { strategy } });
  const found = (one: 'due' | 'any'): number =>
    checkViewMatches(
      aProcess({
        queues: { In: { views: { One: view('Main', one), Other: view('Other', 'scheduled') } } },
        strategies: { Main: stop, Other: stop },
      }),
    ).length;

  expect(found('due')).toBe(0);
  expect(found('any')).toBe(1);
});
