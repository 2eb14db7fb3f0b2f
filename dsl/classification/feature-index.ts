const empty = -1;

/** Finds the row of a feature by its hash, in constant time: rows are looked up some hundred times a text. */
export class FeatureIndex {
  readonly #slots: Int32Array;
  readonly #features: Uint32Array;

  constructor(features: Uint32Array) {
    this.#features = features;
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, features.length * 2)));
    this.#slots = new Int32Array(size).fill(empty);
    for (const [row, hash] of features.entries()) {
      let slot = hash & (size - 1);
      while (this.#slots[slot] !== empty) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = row;
    }
  }

  /** The row of a feature, -1 when it is not known. */
  rowOf(hash: number): number {
    const last = this.#slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const row = this.#slots[slot] ?? empty;
      if (row === empty || this.#features[row] === hash) return row;
    }
  }
}
