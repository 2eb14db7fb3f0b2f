import { expect, test } from 'vitest';
import { aProcessWith } from '#test/support/a-process.ts';
import { checkProcess } from './check-process.ts';
import { costlyPart } from './costly-pattern.ts';

test.each([
  ['^(a+)+$', '(a+)+'],
  ['(?:[a-z]*)*!', '(?:[a-z]*)*'],
  ['^(\\d+){2,}x', '(\\d+){2,}'],
  ['(a|a)*b', '(a|a)*'],
  ['^(?:\\w|\\d)+$', '(?:\\w|\\d)+'],
])('finds the costly part of %s', (pattern, part) => {
  expect(costlyPart(pattern)).toBe(part);
});

test.each(['^(\\d+,)*$', '(ab)+', '(a|b)*', '[(a+)+]', '\\((a+)\\)+', '^\\s*(\\w+)\\s*$', '(?:Re|Fwd): ', '(a+)?', ''])(
  'says nothing of %s',
  (pattern) => {
    expect(costlyPart(pattern)).toBeUndefined();
  },
);

test('points to the script that holds the pattern', () => {
  const script = (code: string) =>
    aProcessWith({
      entry: { type: 'entry', ports: { next: 'script' } },
      script: { type: 'script', config: { code }, ports: { next: 'stop' } },
      stop: { type: 'stop-interaction' },
    });
  const found = (code: string) => checkProcess(script(code)).map((one) => [one.code, one.path.join('.')]);
  const place = 'strategies.Main.blocks.script.config.code';

  expect(found('data.Long = /^(a+)+$/.test(data.Subject);')).toEqual([['check/costly-pattern', place]]);
  expect(found("data.Long = new RegExp('(a+)+$').test(data.Subject);")).toEqual([['check/costly-pattern', place]]);
  expect(found("log('(a+)+');")).toEqual([]);
});
