import { gramsOf, type TextFeatures } from './extract-features.ts';

/** Hashes beyond which no new one is taken in: memory stays within bounds, whatever the texts are. */
const mostColumns = 1_600_000;

/** Numbers the features of texts as they come, so that what is counted of them lies in plain arrays. */
export class FeatureColumns {
  /** The hash of each column. */
  readonly hashes: number[] = [];
  readonly #columns = new Map<number, number>();
  /** Letters of a word are looked up once, however many texts hold the word. */
  readonly #gramsOfWord = new Map<string, Int32Array>();
  /** The text each column was last met in, by the number of the visit. */
  readonly #met = new Int32Array(mostColumns);
  #visit = 0;

  /** Tells each feature of a text once. */
  visit({ words, hashes }: TextFeatures, see: (column: number) => void): void {
    this.#visit++;
    for (const hash of hashes) this.#meet(this.#columnOf(hash), see);
    for (const word of words) for (const column of this.#columnsOf(word)) this.#meet(column, see);
  }

  #meet(column: number, see: (column: number) => void): void {
    if (column === -1 || this.#met[column] === this.#visit) return;
    this.#met[column] = this.#visit;
    see(column);
  }

  #columnsOf(word: string): Int32Array {
    const known = this.#gramsOfWord.get(word);
    if (known !== undefined) return known;
    const columns = Int32Array.from(gramsOf(word), (hash) => this.#columnOf(hash));
    this.#gramsOfWord.set(word, columns);
    return columns;
  }

  #columnOf(hash: number): number {
    const known = this.#columns.get(hash);
    if (known !== undefined) return known;
    const column = this.hashes.length;
    if (column === mostColumns) return -1;
    this.#columns.set(hash, column);
    this.hashes.push(hash);
    return column;
  }
}
