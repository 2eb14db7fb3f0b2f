import { describe, expect, it } from 'vitest';
import { translatedTexts } from './translated-texts.ts';

/** Where two catalogues differ in their keys, in what kind of text a key holds, or in the facts a sentence takes. */
function differences(english: unknown, german: unknown, path: string): string[] {
  if (typeof english !== typeof german) return [`${path}: ${typeof german} instead of ${typeof english}`];
  if (typeof english === 'function' && typeof german === 'function') {
    return english.length === german.length
      ? []
      : [`${path}: takes ${german.length} facts instead of ${english.length}`];
  }
  if (typeof english !== 'object' || english === null || german === null) {
    return (english === '') === (german === '') ? [] : [`${path}: is empty`];
  }
  const [before, after] = [english as Record<string, unknown>, german as Record<string, unknown>];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differences(before[key], after[key], `${path}.${key}`),
  );
}

describe('the German texts', () => {
  it('are there for every file of English ones', () => {
    const files = import.meta.glob<Record<string, object>>('../en/*.ts', { eager: true });
    const english = Object.values(files).flatMap((file) => Object.values(file));
    expect(english.length).toBeGreaterThan(20);
    expect(new Set(translatedTexts.map(([texts]) => texts))).toEqual(new Set(english));
  });

  it('have the keys of the English ones, and say each sentence from the same facts', () => {
    const found = translatedTexts.flatMap(([english, german], index) => differences(english, german, String(index)));
    expect(found).toEqual([]);
  });

  it('are other than the English ones, but for words that are the same in both', () => {
    const same = new Set<string>();
    const compare = (english: unknown, german: unknown): void => {
      if (typeof english === 'string' && english === german && english.includes(' ')) same.add(english);
      if (typeof english !== 'object' || english === null || typeof german !== 'object' || german === null) return;
      for (const [key, text] of Object.entries(english)) compare(text, (german as Record<string, unknown>)[key]);
    };
    for (const [english, german] of translatedTexts) compare(english, german);
    expect([...same]).toEqual([]);
  });
});
