import { expect, test } from 'vitest';
import { aProcessDocument } from '#test/support/a-process.ts';
import { parseBundle } from './parse-bundle.ts';

const screen = { type: 'screen', config: { rule: 'Spam' }, ports: { matched: 'stop', 'not-matched': 'stop' } };
const blocks = { entry: { type: 'entry', ports: { next: 'screen' } }, screen, stop: { type: 'stop-interaction' } };
const process = aProcessDocument({ strategies: { Main: { blocks } } });
const spam = { name: 'Spam', pattern: 'Find("prize")', fields: { subject: true } };

test('takes what the process refers to from the bundle or from where it is imported', () => {
  const bundle = { format: 1, kind: 'bundle', process };

  expect(parseBundle({ ...bundle, screeningRules: [spam] }).diagnostics).toEqual([]);
  expect(parseBundle(bundle, { screeningRules: ['Spam'] }).diagnostics).toEqual([]);
  expect(parseBundle(bundle).diagnostics).toMatchObject([
    {
      code: 'check/unknown-screening-rule',
      path: ['process', 'strategies', 'Main', 'blocks', 'screen', 'config', 'rule'],
    },
  ]);
});

test('says of a document that is no bundle what is missing', () => {
  expect(parseBundle(process).diagnostics.map(({ message }) => message)).toContain(
    '"kind" is missing; expected "bundle".',
  );
});

test('says of a rule in the bundle why its pattern cannot be read', () => {
  const { bundle, diagnostics } = parseBundle({
    format: 1,
    kind: 'bundle',
    process,
    screeningRules: [{ ...spam, pattern: 'Find(' }],
  });

  expect(bundle).toBeUndefined();
  expect(diagnostics[0]?.path).toEqual(['screeningRules', 0, 'pattern']);
});

test('says of a response in the bundle which field code cannot be read', () => {
  const responses = [{ name: 'Thanks', text: 'Dear <$Contact.' }];
  const { diagnostics } = parseBundle({ format: 1, kind: 'bundle', process: aProcessDocument(), responses });

  expect(diagnostics).toMatchObject([{ code: 'check/field-code-syntax', path: ['responses', 0, 'text'] }]);
});
