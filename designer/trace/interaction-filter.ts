import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { trace as t } from '../kit/messages/en/trace.ts';

/** What the list of interactions is narrowed to; it is part of the address. */
export interface InteractionFilter {
  readonly state?: string;
  readonly queue?: string;
  readonly media?: string;
  readonly search?: string;
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
  };
}

/** The filter as the query of `GET /api/interactions`. */
export function filterQuery(filter: InteractionFilter): string {
  return new URLSearchParams({ ...filter }).toString();
}

/** Whether nothing is narrowed. */
export function isOpenFilter(filter: InteractionFilter): boolean {
  return Object.keys(filter).length === 0;
}

/** Whether an interaction still belongs in the list; words are looked for by the server alone. */
export function fitsFilter(interaction: InteractionSummary, { state, queue, media }: InteractionFilter): boolean {
  const isInState =
    state === undefined || (state === 'live' ? interaction.state !== 'stopped' : interaction.state === state);
  return (
    isInState &&
    (queue === undefined || interaction.queue === queue) &&
    (media === undefined || interaction.media === media)
  );
}
