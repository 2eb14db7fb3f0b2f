const vocabulary = new Map<string, string>();

/**
 * A text of the process language (the name of a block, the title, hint or unit of a setting) in the language of the page; as it is where
 * there is no translation. The language itself says them in English, for documents, checks and the reference.
 */
export function spoken(text: string): string {
  return vocabulary.get(text) ?? text;
}

/** Teaches `spoken` translations, by the English text. */
export function learnWords(words: Readonly<Record<string, string>>): void {
  for (const [english, translated] of Object.entries(words)) vocabulary.set(english, translated);
}
