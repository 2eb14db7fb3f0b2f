/** What is looked at of a text, in characters. A mail says what it is about long before; what follows is mostly quoted. */
const maxCharacters = 4000;
const shortestGram = 2;
const longestGram = 5;
/** What is looked at of a word: more is no word but a key or encoded data. */
const longestWord = 40;

// One seed a kind, so that the word "to" and the letters "to" are different features.
const wordSeed = 0x811c9dc5;
const pairSeed = 0x2f0b4a27;
const gapSeed = 0x5bd1e995;
const gramSeed = 0x1b873593;
const fnvPrime = 0x01000193;
const space = 32;

const word = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*|\p{Extended_Pictographic}/gu;

/** The features of a text, each once. Those of letters follow from the words: see `gramsOf`. */
export interface TextFeatures {
  readonly words: readonly string[];
  /** Words, pairs of neighbours and pairs with one word between, as 32-bit hashes. */
  readonly hashes: readonly number[];
  /** How many of the hashes, at the beginning of the list, are those of `words`. */
  readonly wordCount: number;
}

/** Words and pairs of a text. Case and presentation forms are ignored. */
export function extractFeatures(text: string): TextFeatures {
  const words = new Set<string>();
  const pairs = new Set<number>();
  let before = '';
  let beforeThat = '';
  for (const current of plainOf(text).match(word) ?? []) {
    const short = current.length > longestWord ? current.slice(0, longestWord) : current;
    words.add(short);
    if (before !== '') pairs.add(mixed(hashed(hashed(pairSeed, before) ^ space, short)));
    if (beforeThat !== '') pairs.add(mixed(hashed(hashed(gapSeed, beforeThat) ^ space, short)));
    beforeThat = before;
    before = short;
  }
  const list = [...words];
  return {
    words: list,
    hashes: [...list.map((one) => mixed(hashed(wordSeed, one))), ...pairs],
    wordCount: list.length,
  };
}

/**
 * Runs of 2 to 5 letters within a word and its edges, each once, as 32-bit hashes: they carry over spelling mistakes,
 * inflection and languages without spaces.
 */
export function gramsOf(one: string): number[] {
  const padded = ` ${one} `;
  const grams = new Set<number>();
  for (let start = 0; start < padded.length; start++) {
    let hash = gramSeed;
    const end = Math.min(start + longestGram, padded.length);
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ padded.charCodeAt(at), fnvPrime);
      if (at - start + 1 >= shortestGram) grams.add(mixed(hash));
    }
  }
  return [...grams];
}

/** Whether a text has anything in it to learn from. */
export function hasWords(text: string): boolean {
  return plainOf(text).search(word) !== -1;
}

function plainOf(text: string): string {
  return text.slice(0, maxCharacters).normalize('NFKC').toLowerCase().replaceAll('’', "'");
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
