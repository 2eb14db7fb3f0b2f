/** What a number of places does with what arrives. */
export interface Waiting {
  /** Average wait in milliseconds; undefined where more arrives than can be handled. */
  readonly waitMs: number | undefined;
  /** Average number that waits; undefined where it grows. */
  readonly waiting: number | undefined;
}

/**
 * Erlang C: interactions arrive independently of each other, whoever is free takes the oldest, nobody leaves. A part of a place counts
 * as its share between the whole numbers beside it.
 */
export function erlangC(arrivalsPerHour: number, handlingMs: number, places: number): Waiting {
  const load = (arrivalsPerHour * handlingMs) / 3_600_000;
  if (load === 0) return { waitMs: 0, waiting: 0 };
  if (places <= load) return { waitMs: undefined, waiting: undefined };
  const below = Math.max(1, Math.floor(places));
  const part = Math.max(0, places - below);
  const waits = probability(load, below) * (1 - part) + probability(load, below + 1) * part;
  const waitMs = (waits * handlingMs) / (places - load);
  return { waitMs, waiting: (arrivalsPerHour * waitMs) / 3_600_000 };
}

/** That somebody must wait at all; by the recursion of Erlang B, which neither overflows nor loses digits. */
function probability(load: number, places: number): number {
  if (places <= load) return 1;
  let blocked = 1;
  for (let place = 1; place <= places; place += 1) blocked = (load * blocked) / (place + load * blocked);
  return (places * blocked) / (places - load * (1 - blocked));
}
