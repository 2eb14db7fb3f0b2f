/** Sets of vertices that all reach one another, single ones only when they lead to themselves: the loops of a graph (Tarjan 1972). */
export function strongComponents(vertices: Iterable<string>, next: (vertex: string) => readonly string[]): string[][] {
  const search = new Search(next);
  for (const vertex of vertices) search.visit(vertex);
  return search.loops;
}

interface Mark {
  readonly index: number;
  low: number;
  isOpen: boolean;
}

class Search {
  readonly loops: string[][] = [];
  readonly #next: (vertex: string) => readonly string[];
  readonly #marks = new Map<string, Mark>();
  readonly #open: string[] = [];

  constructor(next: (vertex: string) => readonly string[]) {
    this.#next = next;
  }

  /** Recursion as deep as the longest path, some hundreds of blocks: no danger for the stack. */
  visit(vertex: string): Mark {
    const known = this.#marks.get(vertex);
    if (known !== undefined) return known;
    const mark: Mark = { index: this.#marks.size, low: this.#marks.size, isOpen: true };
    this.#marks.set(vertex, mark);
    this.#open.push(vertex);
    for (const other of this.#next(vertex)) {
      const isNew = !this.#marks.has(other);
      const there = this.visit(other);
      if (isNew) mark.low = Math.min(mark.low, there.low);
      else if (there.isOpen) mark.low = Math.min(mark.low, there.index);
    }
    if (mark.low === mark.index) this.#close(vertex);
    return mark;
  }

  #close(root: string): void {
    const members = this.#open.splice(this.#open.indexOf(root));
    for (const member of members) {
      const mark = this.#marks.get(member);
      if (mark !== undefined) mark.isOpen = false;
    }
    if (members.length > 1 || this.#next(root).includes(root)) this.loops.push(members);
  }
}
