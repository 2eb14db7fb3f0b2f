import { currentLanguage } from './language.ts';

/**
 * The tag that dates and numbers are written by: the language the page is in, with the region this browser asks for (`de-CH`, `en-GB`) where
 * it asks for that language at all.
 */
export function formatLocale(): string {
  const language = currentLanguage();
  return navigator.languages.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
}
