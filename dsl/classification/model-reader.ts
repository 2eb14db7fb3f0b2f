import type { TextFeatures } from './extract-features.ts';
import { FeatureIndex } from './feature-index.ts';
import type { ClassificationModel } from './model.ts';
import { scoresOf } from './network.ts';
import { vectorize } from './vectorize.ts';
import { type WordGrams, wordGrams } from './word-grams.ts';

/** Words kept with what their letters say; people use the same few thousand again and again. */
const mostWords = 20_000;

interface ReadWord extends WordGrams {
  /** What the letters of the word move the hidden units by, before it is scaled for the text. */
  readonly moved: Float32Array;
}

/** Reads texts by a model. Words that came before cost next to nothing. */
export class ModelReader {
  readonly #model: ClassificationModel;
  readonly #index: FeatureIndex;
  readonly #words = new Map<string, ReadWord>();

  constructor(model: ClassificationModel) {
    this.#model = model;
    this.#index = new FeatureIndex(model.features);
  }

  /** The score of each category; undefined for a text of which nothing is known. */
  scoresOf(features: TextFeatures): Float32Array | undefined {
    const read: ReadWord[] = [];
    const vector = vectorize(features, this.#model, this.#index, (word) => {
      const known = this.#word(word);
      read.push(known);
      return known;
    });
    if (vector.rows.length === 0 && read.every(({ rows }) => rows.length === 0)) return undefined;
    const hidden = Float32Array.from(this.#model.hiddenBiases);
    for (const row of vector.rows) this.#move(hidden, row, vector.wordScale);
    for (const { moved } of read) {
      for (let unit = 0; unit < hidden.length; unit++)
        hidden[unit] = (hidden[unit] as number) + (moved[unit] as number) * vector.gramScale;
    }
    return scoresOf(this.#model, hidden);
  }

  #word(word: string): ReadWord {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const grams = wordGrams(word, this.#model, this.#index);
    const moved = new Float32Array(this.#model.hiddenBiases.length);
    for (const row of grams.rows) this.#move(moved, row, 1);
    const read = { ...grams, moved };
    if (this.#words.size >= mostWords) this.#words.clear();
    this.#words.set(word, read);
    return read;
  }

  /** Moves the hidden units by one feature. */
  #move(hidden: Float32Array, row: number, scale: number): void {
    const { embedding, scales, factors } = this.#model;
    const width = hidden.length;
    const from = row * width;
    const factor = (factors[row] as number) * (scales[row] as number) * scale;
    for (let unit = 0; unit < width; unit++)
      hidden[unit] = (hidden[unit] as number) + (embedding[from + unit] as number) * factor;
  }
}
