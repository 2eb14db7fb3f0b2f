import { describe, expect, it } from 'vitest';
import { parsePattern } from '#dsl/screening-pattern/parse-pattern.ts';
import { patternWords } from './pattern-words.ts';

function wordsOf(text: string): string {
  const parsed = parsePattern(text);
  return 'errors' in parsed ? 'unreadable' : patternWords(parsed.pattern);
}

describe('patternWords', () => {
  it('says what a single term looks for', () => {
    expect(wordsOf('Find("Invoice")')).toBe('contains “invoice”');
    expect(wordsOf('Find("APR", false)')).toBe('contains “APR” (case counts)');
  });

  it('says what a key keeps', () => {
    expect(wordsOf('RegExFind("\\d{6}", order)')).toBe('has a part like /\\d{6}/, kept as ScrKey_order');
  });

  it('puts groups in parentheses', () => {
    expect(wordsOf('Find("a") && (Find("b") || !Find("c"))')).toBe(
      'contains “a” and (contains “b” or not (contains “c”))',
    );
  });
});
