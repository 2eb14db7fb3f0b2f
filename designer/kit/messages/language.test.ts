import { describe, expect, it } from 'vitest';
import { languageFor } from './language.ts';

describe('languageFor', () => {
  it('keeps what was chosen, whatever the browser asks for', () => {
    expect(languageFor('en', 'de-DE')).toBe('en');
    expect(languageFor('de', 'en-US')).toBe('de');
  });

  it('follows the browser where nothing was chosen', () => {
    expect(languageFor(null, 'de')).toBe('de');
    expect(languageFor(null, 'de-CH')).toBe('de');
    expect(languageFor(null, 'en-GB')).toBe('en');
  });

  it('speaks English where neither is a language of the app', () => {
    expect(languageFor('fr', 'fr-FR')).toBe('en');
    expect(languageFor(null, 'den')).toBe('en');
  });
});
