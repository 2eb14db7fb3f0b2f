/** The languages the app speaks, by their tag; the names are written in the language itself. */
export const languages = { en: 'English', de: 'Deutsch' } as const;

/** Tag of a language of the app, as in `<html lang>`. */
export type Language = keyof typeof languages;

const storageKey = 'signalbox-language';

/** The language the page is in: what `<html lang>` says, English where there is no page. */
export function currentLanguage(): Language {
  return typeof document !== 'undefined' && document.documentElement.lang === 'de' ? 'de' : 'en';
}

/** The language to start with: the one chosen earlier, else the one the browser asks for, else English. */
export function languageFor(chosen: string | null, offered: string): Language {
  if (chosen === 'en' || chosen === 'de') return chosen;
  return /^de(?:-|$)/i.test(offered) ? 'de' : 'en';
}

/** The language to start with in this browser. */
export function startLanguage(): Language {
  return languageFor(stored(), navigator.language);
}

/** Keeps the choice in this browser and loads the page anew in that language. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  location.reload();
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch (error) {
    // a browser that forbids storage throws here; the language it asks for still counts
    if (error instanceof DOMException) return null;
    throw error;
  }
}
