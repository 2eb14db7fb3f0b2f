import { expect, test } from 'vitest';
import { openVmRealm } from '#test/support/vm-realm.ts';
import { checkDocument } from '../check/parse-business-process.ts';
import type { Surroundings } from '../check/surroundings.ts';
import { compileStrategy } from '../compile/compile-strategy.ts';
import type { BusinessProcess, BusinessProcessInput } from '../document/business-process.ts';
import { hostCallByName } from '../blocks/host-calls.ts';
import { outcomeOf } from '../testing/run-outcome.ts';
import { likelyResults } from '../testing/stand-in.ts';
import { testInput } from '../testing/test-input.ts';
import { runOverStandIns } from '../testing/test-run.ts';
import { processTemplates } from './process-templates.ts';
import { proposeNames } from './propose-names.ts';
import { strategyTemplates } from './strategy-templates.ts';
import type { ProcessTemplate, StrategyTemplate, TemplateSlots } from './template.ts';

/** A tenant that has exactly what the slots wish for. */
function fulfilling(slots: TemplateSlots): Surroundings {
  const names: Record<string, string[]> = {};
  for (const { kind, wish } of Object.values(slots)) names[kind] = [...(names[kind] ?? []), wish];
  return names;
}

/** A process around a strategy, with its queues emptied by hand. */
function around(template: StrategyTemplate): BusinessProcessInput {
  const chosen = proposeNames(template.slots, {});
  const queues = Object.entries(template.slots).flatMap(([key, { kind }]) =>
    kind === 'queues' ? [[chosen[key] ?? '', { parking: true }] as const] : [],
  );
  return {
    format: 1,
    name: 'Around',
    endpoints: { default: { media: 'email', queue: 'In' } },
    queues: {
      ...Object.fromEntries(queues),
      ErrorHeld: { parking: true },
      In: { views: { All: { submitter: { strategy: 'New' } } } },
    },
    strategies: { New: template.make(chosen) },
  };
}

const documents: [string, BusinessProcessInput, TemplateSlots][] = [
  ...Object.entries<ProcessTemplate>(processTemplates).map(
    ([key, { slots, make }]): [string, BusinessProcessInput, TemplateSlots] => [
      key,
      make('New one', proposeNames(slots, {})),
      slots,
    ],
  ),
  ...Object.entries<StrategyTemplate>(strategyTemplates).map(
    ([key, template]): [string, BusinessProcessInput, TemplateSlots] => [key, around(template), template.slots],
  ),
];

test.each(documents)('%s has no problems where its names exist', (_, document, slots) => {
  const { queues: _own, ...surroundings } = fulfilling(slots);
  const empty = { responses: [], screeningRules: [], models: [], agentGroups: [], calendars: [], externalServices: [] };

  expect(checkDocument(document, { ...empty, ...surroundings }).diagnostics).toEqual([]);
});

test.each(documents)('%s leads each interaction to an end, whatever its host calls answer', async (_, document) => {
  const { process } = checkDocument(document);
  if (process === undefined) throw new Error('the document cannot be read');
  for (const strategy of Object.keys(process.strategies)) {
    for (const [what, calls] of answersTo(process, strategy)) {
      const outcome = await outcomeWith(process, strategy, calls);
      expect(outcome.error, `${strategy}: ${what}`).toBeUndefined();
      expect(
        outcome.calls.some((name) => hostCallByName(name)?.places),
        `${strategy}: ${what}`,
      ).toBe(true);
    }
  }
});

async function outcomeWith(process: BusinessProcess, strategy: string, calls: Record<string, never>) {
  const compiled = compileStrategy(process, strategy);
  if ('diagnostics' in compiled) throw new Error(`${strategy} does not compile`);
  const realm = await openVmRealm({ source: compiled.source });
  const given = { interaction: {}, data: {}, answers: {}, calls };
  return outcomeOf(process, await runOverStandIns(realm, testInput(strategy, given), given));
}

/** One run with the usual answers, and for each host call of a block one for each answer it may get first, failures too. */
function answersTo(process: BusinessProcess, strategy: string): [string, Record<string, never>][] {
  const types = new Set(Object.values(process.strategies[strategy]?.blocks ?? {}).map(({ type }) => type));
  const calls = [...types].filter((type) => hostCallByName(type) !== undefined);
  const runs: [string, Record<string, unknown>][] = [['usual answers', {}]];
  for (const call of calls) {
    const [usual] = likelyResults(call);
    for (const first of likelyResults(call))
      runs.push([`${call}: ${JSON.stringify(first)}`, { [call]: [first, usual] }]);
    // nothing can be done when an interaction cannot be placed: it is held with the reason
    if (hostCallByName(call)?.places !== true) {
      runs.push([`${call} fails`, { [call]: [{ code: 'test/away', error: 'away' }, usual] }]);
    }
  }
  return runs as [string, Record<string, never>][];
}

test('proposes what exists and is most like the wish', () => {
  const slots = {
    acknowledgement: { kind: 'responses', wish: 'Acknowledgement' },
    group: { kind: 'agentGroups', wish: 'Chat' },
    outbound: { kind: 'queues', wish: 'Outbound' },
    next: { kind: 'queues', wish: 'Outbound distribution' },
  } as const;
  const known = {
    responses: ['Greeting', 'General acknowledgement'],
    agentGroups: ['Sales'],
    queues: ['Outbound mail'],
  };

  expect(proposeNames(slots, known)).toEqual({
    acknowledgement: 'General acknowledgement',
    group: 'Sales',
    outbound: 'Outbound mail',
    next: 'Outbound distribution',
  });
});
