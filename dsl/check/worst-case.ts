import { entriesOf, type ReadBlock, type ReadStrategy, wireOf } from './read-strategy.ts';

/** The most blocks and host calls a strategy takes; `isEndless` when it can go round, so that only the budget ends it. */
export interface WorstCase {
  readonly blocks: number;
  readonly calls: number;
  readonly isEndless: boolean;
}

const nothing: WorstCase = { blocks: 0, calls: 0, isEndless: false };

/**
 * The longest way through a strategy, subroutines included. A loop makes it endless; blocks and calls are then those of one
 * round. Scripts count as one call at most, since nobody counts theirs.
 */
export function worstCaseOf(name: string, strategies: ReadonlyMap<string, ReadStrategy>): WorstCase {
  return new LongestWay(strategies).through(name);
}

class LongestWay {
  readonly #strategies: ReadonlyMap<string, ReadStrategy>;
  readonly #known = new Map<string, WorstCase>();
  readonly #open = new Set<string>();

  constructor(strategies: ReadonlyMap<string, ReadStrategy>) {
    this.#strategies = strategies;
  }

  through(name: string): WorstCase {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const read = this.#strategies.get(name);
    const [entry] = read === undefined ? [] : entriesOf(read);
    if (read === undefined || entry === undefined) return nothing;
    if (this.#open.has(name)) return { ...nothing, isEndless: true };
    this.#open.add(name);
    const found = this.#from(read, entry);
    this.#open.delete(name);
    this.#known.set(name, found);
    return found;
  }

  /** The blocks stand in a list, not on the stack: a document may hold a path longer than the stack is deep. */
  #from(read: ReadStrategy, entry: ReadBlock): WorstCase {
    const { order, isEndless } = inOrder(read, entry);
    const ways = new Map<string, WorstCase>();
    for (const block of order.toReversed()) {
      const own = this.#own(block);
      const next = successorsOf(read, block).map(({ id }) => ways.get(id) ?? nothing);
      ways.set(block.id, {
        blocks: own.blocks + Math.max(0, ...next.map(({ blocks }) => blocks)),
        calls: own.calls + Math.max(0, ...next.map(({ calls }) => calls)),
        isEndless: own.isEndless || next.some((one) => one.isEndless),
      });
    }
    const found = ways.get(entry.id) ?? nothing;
    return { ...found, isEndless: found.isEndless || isEndless };
  }

  #own({ block, config }: ReadBlock): WorstCase {
    const called = block
      .references(config)
      .flatMap(({ kind, name }) => (kind === 'strategy' ? [this.through(name)] : []));
    const mayCall = block.call !== undefined || block.effects !== undefined;
    return {
      blocks: 1 + Math.max(0, ...called.map(({ blocks }) => blocks)),
      calls: (mayCall ? 1 : 0) + Math.max(0, ...called.map(({ calls }) => calls)),
      isEndless: called.some((one) => one.isEndless),
    };
  }
}

/** Blocks so that each stands before those it leads to, ways back left out; and whether there were such. */
function inOrder(read: ReadStrategy, entry: ReadBlock): { order: readonly ReadBlock[]; isEndless: boolean } {
  const done: ReadBlock[] = [];
  const state = new Map<string, 'open' | 'done'>();
  let isEndless = false;
  const path = [{ block: entry, next: successorsOf(read, entry), at: 0 }];
  state.set(entry.id, 'open');
  for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
    const successor = frame.next[frame.at++];
    if (successor === undefined) {
      state.set(frame.block.id, 'done');
      done.push(frame.block);
      path.pop();
    } else if (!state.has(successor.id)) {
      state.set(successor.id, 'open');
      path.push({ block: successor, next: successorsOf(read, successor), at: 0 });
    } else if (state.get(successor.id) === 'open') isEndless = true;
  }
  return { order: done.toReversed(), isEndless };
}

function successorsOf(read: ReadStrategy, block: ReadBlock): ReadBlock[] {
  const ids = new Set(block.ports.flatMap((port) => wireOf(block, port) ?? []));
  return [...ids].flatMap((id) => read.blocks.get(id) ?? []);
}
