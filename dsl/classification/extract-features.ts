/** What is looked at of a text, in characters. A mail says what it is about long before; what follows is mostly quoted. */
const maxCharacters = 20_000;
const shortestGram = 2;
const longestGram = 5;

// One seed a kind, so that the word "to" and the letters "to" are different features.
const wordSeed = 0x811c9dc5;
const pairSeed = 0x2f0b4a27;
const gapSeed = 0x5bd1e995;
const gramSeed = 0x1b873593;
const fnvPrime = 0x01000193;
const space = 32;

const word = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu;

/** The features of a text as 32-bit hashes, each once: those of its words and those of the letters within them. */
export interface TextFeatures {
  readonly words: ReadonlySet<number>;
  readonly grams: ReadonlySet<number>;
}

/**
 * Words, pairs of neighbours, pairs with one word between, and runs of 2 to 5 letters within a word and its edges; the
 * last carry over spelling mistakes, inflection and languages without spaces. Case and presentation forms are ignored.
 */
export function extractFeatures(text: string): TextFeatures {
  const words = new Set<number>();
  const grams = new Set<number>();
  let before = '';
  let beforeThat = '';
  for (const [current] of plainOf(text).matchAll(word)) {
    words.add(mixed(hashed(wordSeed, current)));
    if (before !== '') words.add(mixed(hashed(hashed(pairSeed, before) ^ space, current)));
    if (beforeThat !== '') words.add(mixed(hashed(hashed(gapSeed, beforeThat) ^ space, current)));
    addGrams(` ${current} `, grams);
    beforeThat = before;
    before = current;
  }
  return { words, grams };
}

/** Whether a text has anything in it to learn from. */
export function hasWords(text: string): boolean {
  return plainOf(text).search(word) !== -1;
}

function plainOf(text: string): string {
  return text.slice(0, maxCharacters).normalize('NFKC').toLowerCase().replaceAll('’', "'");
}

function addGrams(padded: string, grams: Set<number>): void {
  for (let start = 0; start < padded.length; start++) {
    let hash = gramSeed;
    const end = Math.min(start + longestGram, padded.length);
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ padded.charCodeAt(at), fnvPrime);
      if (at - start + 1 >= shortestGram) grams.add(mixed(hash));
    }
  }
}

/** FNV-1a over the UTF-16 units of a text, from a seed. */
function hashed(seed: number, text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), fnvPrime);
  return hash;
}

/** Spreads a hash over all its bits: FNV alone leaves those of short texts alike. */
function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
