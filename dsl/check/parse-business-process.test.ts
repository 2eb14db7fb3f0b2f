import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aProcessDocument } from '#test/support/a-process.ts';
import { checkDocument, parseBusinessProcess } from './parse-business-process.ts';

function messages(document: unknown) {
  return parseBusinessProcess(document).diagnostics.map(({ message }) => message);
}

function withStop(change: object) {
  return aProcessDocument({
    strategies: {
      Main: {
        blocks: { entry: { type: 'entry', ports: { next: 'stop' } }, stop: { type: 'stop-interaction', ...change } },
      },
    },
  });
}

test('reads a sound document and fills in what was left out', () => {
  const { process, diagnostics } = parseBusinessProcess(aProcessDocument());

  expect(diagnostics).toEqual([]);
  expect(process?.errorQueue).toBe('ErrorHeld');
  expect(process?.queues.In?.views.All?.order).toEqual(['priority desc', 'receivedAt']);
});

test.each([
  ['a list', [], 'A business process is a JSON object.'],
  [
    'a newer format',
    { format: 99 },
    'The document has format 99; this version reads formats up to 1. Use a newer version of the product.',
  ],
  ['a missing name', { format: 1 }, '"name" is missing; expected text.'],
  ['a wrong kind of value', { format: 1, name: 3 }, '"name" is 3; expected text.'],
  ['an empty name', { format: 1, name: '' }, '"name" is ""; expected a text that is not empty.'],
  ['a misspelt field, once', { format: 1, nmae: 'A' }, '"nmae" is not a field here; did you mean "name"?'],
])('says of %s what would be right', (_, document, message) => {
  expect(messages(document)).toEqual([message]);
});

test('keeps the process when only settings of a block are wrong, so that it can be shown with its problem', () => {
  const { process, diagnostics } = parseBusinessProcess(withStop({ config: { raeson: 'done' } }));

  expect(process?.name).toBe('Test');
  expect(diagnostics).toEqual([
    {
      code: 'document/unknown-field',
      severity: 'error',
      path: ['strategies', 'Main', 'blocks', 'stop', 'config', 'raeson'],
      strategy: 'Main',
      block: 'stop',
      message: '"raeson" is not a field here; did you mean "reason"?',
    },
  ]);
});

test.each([
  [
    'an unknown block type',
    { type: 'stop-interactoin' },
    '"stop-interactoin" is not a block type; did you mean "stop-interaction"?',
  ],
  [
    'a value that is neither literal nor expression',
    { config: { reason: 7 } },
    '"reason" is 7; expected text or an expression { "js": … }.',
  ],
  [
    'an expression of the wrong form',
    { config: { reason: { jss: 'a' } } },
    '"reason.jss" is not a field here; did you mean "js"?',
  ],
  [
    'a target of a misspelt kind',
    { type: 'route-interaction', config: { targets: [{ agentgroup: 'G' }] } },
    '"targets[0].agentgroup" is not a field here; did you mean "agentGroup"?',
  ],
  [
    'settings that exclude one another',
    { type: 'wait', config: {} },
    'The settings: give either "seconds" or "until".',
  ],
  [
    'a list that is too short',
    { type: 'assign', config: { assignments: [] } },
    '"assignments" is []; expected a list with a length of at least 1.',
  ],
])('says of %s what would be right in a block', (_, change, message) => {
  expect(messages(withStop(change))).toEqual([message]);
});

test('tells problems of settings once when it also checks the whole document', () => {
  const { diagnostics } = checkDocument(withStop({ config: { raeson: 'done' } }));

  expect(diagnostics.map(({ code }) => code)).toEqual(['document/unknown-field']);
});

test('never throws, whatever the document is', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('queues', 'strategies', 'endpoints', 'name', 'errorQueue'),
      (value, key) => {
        checkDocument(value);
        checkDocument({ ...aProcessDocument(), [key]: value });
        checkDocument(withStop({ config: value, ports: { error: 'stop' } }));
        checkDocument({ ...aProcessDocument(), strategies: { Main: { blocks: { a: value } } } });
      },
    ),
  );
});
