/** Sets of vertices that all reach one another, single ones only when they lead to themselves: the loops of a graph (Tarjan 1972). */
export function strongComponents(vertices: Iterable<string>, next: (vertex: string) => readonly string[]): string[][] {
  const search = new Search(next);
  for (const vertex of vertices) search.from(vertex);
  return search.loops;
}

interface Frame {
  readonly vertex: string;
  readonly index: number;
  readonly successors: readonly string[];
  visited: number;
  low: number;
  isOpen: boolean;
}

class Search {
  readonly loops: string[][] = [];
  readonly #next: (vertex: string) => readonly string[];
  readonly #frames = new Map<string, Frame>();
  readonly #open: string[] = [];

  constructor(next: (vertex: string) => readonly string[]) {
    this.#next = next;
  }

  /** The frames stand in a list, not on the stack: a document may hold a path longer than the stack is deep. */
  from(root: string): void {
    if (this.#frames.has(root)) return;
    const path = [this.#enter(root)];
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const successor = frame.successors[frame.visited++];
      if (successor === undefined) {
        path.pop();
        this.#leave(frame, path.at(-1));
        continue;
      }
      const there = this.#frames.get(successor);
      if (there === undefined) path.push(this.#enter(successor));
      else if (there.isOpen) frame.low = Math.min(frame.low, there.index);
    }
  }

  #enter(vertex: string): Frame {
    const index = this.#frames.size;
    const frame = { vertex, index, successors: this.#next(vertex), visited: 0, low: index, isOpen: true };
    this.#frames.set(vertex, frame);
    this.#open.push(vertex);
    return frame;
  }

  #leave(frame: Frame, parent: Frame | undefined): void {
    if (parent !== undefined) parent.low = Math.min(parent.low, frame.low);
    if (frame.low !== frame.index) return;
    const members = this.#open.splice(this.#open.lastIndexOf(frame.vertex));
    for (const member of members) {
      const closed = this.#frames.get(member);
      if (closed !== undefined) closed.isOpen = false;
    }
    if (members.length > 1 || frame.successors.includes(frame.vertex)) this.loops.push(members);
  }
}
