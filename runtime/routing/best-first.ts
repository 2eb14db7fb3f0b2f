/**
 * Items of which the best is at hand: adding, removing and finding it cost a logarithm of how many there are (a binary heap that
 * knows where each item stands). How two items compare must not change while they are in it.
 */
export class BestFirst<Item> {
  readonly #isBetter: (item: Item, than: Item) => boolean;
  readonly #heap: Item[] = [];
  readonly #places = new Map<Item, number>();

  constructor(isBetter: (item: Item, than: Item) => boolean) {
    this.#isBetter = isBetter;
  }

  get size(): number {
    return this.#heap.length;
  }

  add(item: Item): void {
    if (this.#places.has(item)) return;
    this.#put(item, this.#heap.length);
    this.#rise(this.#heap.length - 1);
  }

  delete(item: Item): void {
    const place = this.#places.get(item);
    if (place === undefined) return;
    this.#places.delete(item);
    const last = this.#heap.pop();
    if (last === undefined || last === item) return;
    this.#put(last, place);
    this.#rise(place);
    this.#sink(place);
  }

  /** The best of all, or of those allowed: each better one that is not allowed costs a look at two more. */
  best(isAllowed: (item: Item) => boolean = () => true): Item | undefined {
    const candidates: number[] = [0];
    for (;;) {
      const chosen = this.#bestOf(candidates);
      const item = chosen === undefined ? undefined : this.#heap[candidates[chosen] ?? 0];
      if (chosen === undefined || item === undefined) return undefined;
      if (isAllowed(item)) return item;
      const [place = 0] = candidates.splice(chosen, 1);
      candidates.push(...[2 * place + 1, 2 * place + 2].filter((child) => child < this.#heap.length));
    }
  }

  #bestOf(places: readonly number[]): number | undefined {
    let chosen: number | undefined;
    for (let index = 0; index < places.length; index += 1) {
      if (chosen === undefined || this.#precedes(places[index] ?? 0, places[chosen] ?? 0)) chosen = index;
    }
    return chosen;
  }

  #precedes(place: number, than: number): boolean {
    const [item, other] = [this.#heap[place], this.#heap[than]];
    return item !== undefined && other !== undefined && this.#isBetter(item, other);
  }

  #rise(start: number): void {
    for (let place = start; place > 0; ) {
      const parent = (place - 1) >> 1;
      if (!this.#precedes(place, parent)) return;
      this.#swap(place, parent);
      place = parent;
    }
  }

  #sink(start: number): void {
    for (let place = start; ; ) {
      let best = place;
      for (const child of [2 * place + 1, 2 * place + 2]) if (this.#precedes(child, best)) best = child;
      if (best === place) return;
      this.#swap(place, best);
      place = best;
    }
  }

  #swap(place: number, other: number): void {
    const [item, second] = [this.#heap[place], this.#heap[other]];
    if (item === undefined || second === undefined) return;
    this.#put(item, other);
    this.#put(second, place);
  }

  #put(item: Item, place: number): void {
    this.#heap[place] = item;
    this.#places.set(item, place);
  }
}
