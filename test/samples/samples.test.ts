import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkDocument } from '#dsl/check/parse-business-process.ts';
import type { Surroundings } from '#dsl/check/surroundings.ts';
import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import { screeningRuleDocumentSchema } from '#dsl/document/bundle.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { canonicalText } from '#dsl/document/canonical-text.ts';
import { layoutSchema } from '#dsl/document/layout.ts';
import { parseTemplate } from '#dsl/field-code/parse-template.ts';
import { agentGroupDocumentSchema } from '#dsl/model/agent-group.ts';
import { routingRuleSchema } from '#dsl/model/routing-rule.ts';
import { standardResponseSchema } from '#dsl/model/standard-response.ts';
import { savePersonSchema } from '#dsl/protocol/people.ts';
import { runTests } from '#dsl/testing/run-tests.ts';
import { readExamples } from '#runtime/knowledge/read-examples.ts';
import { readSampleJson, readSampleText, sampleFiles, sampleNames } from '#test/support/read-sample.ts';
import { openVmRealm } from '#test/support/vm-realm.ts';

// the second sample uses the knowledge and the people of the first
const knowledge = 'abc-simple-bp';
const responses = z.array(standardResponseSchema).parse(readSampleJson(knowledge, 'responses.json'));
const rules = z.array(screeningRuleDocumentSchema).parse(readSampleJson(knowledge, 'screening-rules.json'));
const routingRules = z.array(routingRuleSchema).parse(readSampleJson('abc-distribution-bp', 'routing-rules.json'));
const { people, agentGroups } = z
  .strictObject({ people: z.array(savePersonSchema), agentGroups: z.array(agentGroupDocumentSchema) })
  .parse(readSampleJson(knowledge, 'people.json'));
const models = sampleFiles(knowledge, 'models/').map((file) => file.replace(/\.csv$/, ''));

const surroundings: Surroundings = {
  responses: responses.map(({ name }) => name),
  screeningRules: rules.map(({ name }) => name),
  routingRules: routingRules.map(({ name }) => name),
  models,
  agentGroups: agentGroups.map(({ name }) => name),
  agents: people.map(({ userName }) => userName),
};

function readProcess(sample: string): BusinessProcess {
  const { process, diagnostics } = checkDocument(readSampleJson(sample, 'process.json'), surroundings);
  if (process === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return process;
}

test('there are samples', () => {
  expect(sampleNames()).toContain('abc-simple-bp');
});

describe.each(sampleNames())('%s', (sample) => {
  test('checks clean, warnings included', () => {
    expect(checkDocument(readSampleJson(sample, 'process.json'), surroundings).diagnostics).toEqual([]);
  });

  test('is kept as canonical text', () => {
    expect(canonicalText(readSampleJson(sample, 'process.json'))).toBe(readSampleText(sample, 'process.json'));
  });

  test('has a layout and a README', () => {
    expect(layoutSchema.safeParse(readSampleJson(sample, 'layout.json')).success).toBe(true);
    expect(readSampleText(sample, 'README.md')).toContain('# ');
  });

  test('compiles every strategy', () => {
    const process = readProcess(sample);

    for (const name of Object.keys(process.strategies)) expect(compileStrategy(process, name)).toHaveProperty('source');
  });

  test('gives every strategy a test, and all of them hold', async () => {
    const process = readProcess(sample);

    for (const [name, { kind, tests }] of Object.entries(process.strategies)) {
      if (kind === 'strategy') expect(Object.keys(tests ?? {}), name).not.toHaveLength(0);
    }
    const { results, untested } = await runTests(process, openVmRealm);
    expect(untested).toEqual([]);
    for (const { strategy, title, differences } of results) expect(differences, `${strategy}: ${title}`).toEqual([]);
  });
});

test('every standard response can be filled in', () => {
  const texts = responses.flatMap(({ name, subject, text, html }) =>
    [subject, text, html ?? ''].map((one) => [name, one]),
  );

  for (const [name, text = ''] of texts) expect(parseTemplate(text), name).toHaveProperty('template');
});

test('every person belongs to groups that exist', () => {
  const groups = people.flatMap((person) => person.groups);

  expect(agentGroups.map(({ name }) => name)).toEqual(expect.arrayContaining(groups));
});

test('the model has about sixty texts of four categories, as many of each', () => {
  const examples = readExamples(readSampleText(knowledge, 'models/Requests.csv'));
  const counts = Object.values(Object.groupBy(examples, ({ category }) => category)).map((group) => group?.length);

  expect(counts).toEqual([15, 15, 15, 15]);
});
