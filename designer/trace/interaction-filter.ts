import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { trace as t } from '../kit/messages/en/trace.ts';

/** What the list of interactions is narrowed to; it is part of the address. */
export interface InteractionFilter {
  readonly state?: string;
  readonly queue?: string;
  readonly media?: string;
  readonly search?: string;
  /** Those whose runs of this strategy went wrong within the last hour or, with a block, left it by this port. */
  readonly process?: string;
  readonly strategy?: string;
  readonly block?: string;
  /** Left out: those that failed in the block. */
  readonly port?: string;
}

const states = ['live', ...Object.keys(t.state)];

/** Reads the filter from an address; what the server would refuse is left out. */
export function readFilter(search: Readonly<Record<string, unknown>>): InteractionFilter {
  const text = (name: string): string | undefined => {
    const value = search[name];
    // an address may hold a number where a queue is called 7
    const plain = typeof value === 'number' ? String(value) : value;
    return typeof plain === 'string' && plain.trim() !== '' ? plain : undefined;
  };
  const state = text('state');
  const queue = text('queue');
  const media = text('media');
  const words = text('search')?.slice(0, 200);
  return {
    ...(state !== undefined && states.includes(state) && { state }),
    ...(queue !== undefined && { queue }),
    ...(media !== undefined && { media }),
    ...(words !== undefined && { search: words }),
    ...readWay(text),
  };
}

function readWay(text: (name: string) => string | undefined): InteractionFilter {
  const [process, strategy, block, port] = [text('process'), text('strategy'), text('block'), text('port')];
  if (process === undefined || strategy === undefined) return {};
  if (block === undefined) return { process, strategy };
  return { process, strategy, block, ...(port !== undefined && { port }) };
}

/** The filter without the way that interactions took. */
export function withoutWay(filter: InteractionFilter): InteractionFilter {
  const way: readonly string[] = ['process', 'strategy', 'block', 'port'] satisfies (keyof InteractionFilter)[];
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !way.includes(name)));
}

/** The filter as the query of `GET /api/interactions`. */
export function filterQuery(filter: InteractionFilter): string {
  return new URLSearchParams({ ...filter }).toString();
}

/** Whether nothing is narrowed. */
export function isOpenFilter(filter: InteractionFilter): boolean {
  return Object.keys(filter).length === 0;
}

/** Whether an interaction still belongs in the list; words and ways are looked for by the server alone. */
export function fitsFilter(interaction: InteractionSummary, { state, queue, media }: InteractionFilter): boolean {
  const isInState =
    state === undefined || (state === 'live' ? interaction.state !== 'stopped' : interaction.state === state);
  return (
    isInState &&
    (queue === undefined || interaction.queue === queue) &&
    (media === undefined || interaction.media === media)
  );
}
