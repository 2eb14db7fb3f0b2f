import type { Selection } from '#dsl/model/selection.ts';
import type { Target } from '#dsl/model/target.ts';
import { BestFirst } from './best-first.ts';
import { giveTo, isBetterBy, type Lately, obstacleOf, type RoutingAgent, type Seat, seatOf } from './seat.ts';
import { targetMatches } from './target-matches.ts';

/** Targets that at least one request waits for, and how the agent is chosen among them. */
export interface TargetSet {
  readonly media: string;
  /** The same for requests with the same targets and selection. */
  readonly targetsKey: string;
  readonly targets: readonly Target[];
  readonly selection: Selection;
}

/** Who may take what waits for a set of targets. */
export interface Candidates {
  readonly set: TargetSet;
  /** Logged in for the media type and meant by the targets, free or not. */
  readonly meant: ReadonlySet<Seat>;
  /** Those who could take one now, the best first. */
  readonly free: Pick<BestFirst<Seat>, 'size' | 'best'>;
}

interface KeptCandidates extends Candidates {
  readonly meant: Set<KeptSeat>;
  readonly free: BestFirst<Seat>;
}

interface KeptSeat extends Seat {
  readonly among: Set<KeptCandidates>;
  profile: string;
}

/**
 * Sets nobody waits for any more are kept up to this number: they come back, and finding out whom they mean costs a look at everybody. More than a
 * round looks at, so that none is forgotten while it is decided about.
 */
const maxKept = 6000;

/**
 * The logged-in agents of a tenant, and for each set of targets those who are free, in the order in which they are chosen. A change of
 * one agent costs a logarithm for each set that means them; the number of agents and of waiting interactions does not matter.
 * Pure: it knows what it is told.
 */
export class Floor {
  readonly #seats = new Map<string, KeptSeat>();
  readonly #candidates = new Map<string, KeptCandidates>();

  /** Agents known. */
  get size(): number {
    return this.#seats.size;
  }

  /** An agent as they are now; in place of what was known of them. */
  put(agent: RoutingAgent): void {
    const profile = profileOf(agent);
    const known = this.#seats.get(agent.id);
    if (known !== undefined && known.profile === profile) {
      this.#change(known, () => Object.assign(known, { agent, inHand: agent.inHand, media: agent.media }));
      return;
    }
    this.remove(agent.id);
    const seat: KeptSeat = { ...seatOf(agent), lately: known?.lately, among: new Set(), profile };
    this.#seats.set(agent.id, seat);
    for (const candidates of this.#candidates.values()) place(seat, candidates);
  }

  /** The agent is logged out. */
  remove(agentId: string): void {
    const seat = this.#seats.get(agentId);
    if (seat === undefined) return;
    this.#seats.delete(agentId);
    for (const candidates of seat.among) {
      candidates.meant.delete(seat);
      candidates.free.delete(seat);
    }
  }

  /** Ids of the agents known. */
  ids(): Iterable<string> {
    return this.#seats.keys();
  }

  /** Who may take what waits for these targets; the first time everybody is looked at. */
  candidatesOf(set: TargetSet): Candidates {
    const key = `${set.media} ${set.targetsKey}`;
    const known = this.#candidates.get(key);
    // moved to the end: the first are those nobody asked for longest
    this.#candidates.delete(key);
    const candidates = known ?? this.#found(set);
    this.#candidates.set(key, candidates);
    for (const [oldest, dropped] of this.#candidates) {
      if (this.#candidates.size <= maxKept) break;
      this.#candidates.delete(oldest);
      for (const seat of dropped.meant) seat.among.delete(dropped);
    }
    return candidates;
  }

  /** The agent gets one more interaction. */
  give(seat: Seat, media: string, now: Date): void {
    const kept = this.#seats.get(seat.agent.id);
    if (kept !== undefined) this.#change(kept, () => giveTo(kept, media, now));
  }

  /** What everybody did lately, by user name; it changes the order where a set is chosen by it. */
  setLately(lately: ReadonlyMap<string, Lately>): void {
    for (const seat of this.#seats.values()) {
      this.#change(seat, () => (seat.lately = lately.get(seat.agent.userName) ?? { handled: 0, occupancy: 0 }));
    }
  }

  #found(set: TargetSet): KeptCandidates {
    const free = new BestFirst<Seat>(isBetterBy(set.media, set.selection));
    const candidates: KeptCandidates = { set, meant: new Set(), free };
    for (const seat of this.#seats.values()) place(seat, candidates);
    return candidates;
  }

  /** Order depends on what changes: out first, in again after. */
  #change(seat: KeptSeat, change: () => void): void {
    for (const { free } of seat.among) free.delete(seat);
    change();
    for (const candidates of seat.among) addIfFree(seat, candidates);
  }
}

function place(seat: KeptSeat, candidates: KeptCandidates): void {
  const { media, targets } = candidates.set;
  if (seat.media[media] === undefined || !targets.some((target) => targetMatches(target, seat.agent))) return;
  seat.among.add(candidates);
  candidates.meant.add(seat);
  addIfFree(seat, candidates);
}

function addIfFree(seat: Seat, { free, set }: KeptCandidates): void {
  if (obstacleOf(seat, set.media, set.selection) === undefined) free.add(seat);
}

/** What decides which targets mean the agent. */
function profileOf({ userName, groups, skills, media }: RoutingAgent): string {
  return JSON.stringify([userName, [...groups].toSorted(), skills, Object.keys(media).toSorted()]);
}
