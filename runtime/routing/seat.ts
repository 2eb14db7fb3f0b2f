import { agentStatistics, type Selection } from '#dsl/model/selection.ts';
import type { Targetable } from './target-matches.ts';

/** A logged-in agent, as routing sees them. */
export interface RoutingAgent extends Targetable {
  readonly doNotDisturb: boolean;
  /** Media types they are logged in for. */
  readonly media: Readonly<Record<string, MediaState>>;
  /** Interactions offered to or handled by them, by media type. */
  readonly inHand: Readonly<Record<string, number>>;
  /** So many of a media type at once. */
  readonly capacity: Readonly<Record<string, number>>;
}

/** How an agent stands in a media type. */
interface MediaState {
  readonly isReady: boolean;
  /** Since when nothing of the media type began or ended with them, in milliseconds. */
  readonly idleSince: number;
}

/** What an agent did during the last hour. */
export interface Lately {
  /** Interactions they got. */
  readonly handled: number;
  /** Share of the time in which they handled at least one, 0 to 1. */
  readonly occupancy: number;
}

/** Why an agent whom the targets mean was not chosen. */
export type PassedOver = 'not-ready' | 'do-not-disturb' | 'no-capacity' | 'declined' | 'idle-shorter' | 'statistic';

/** An agent while it is being decided who gets what: as they were loaded, and what they got since. */
export interface Seat {
  agent: RoutingAgent;
  inHand: Readonly<Record<string, number>>;
  media: Readonly<Record<string, MediaState>>;
  lately: Lately | undefined;
}

/** A seat for an agent who got nothing yet. */
export function seatOf(agent: RoutingAgent): Seat {
  return { agent, inHand: agent.inHand, media: agent.media, lately: undefined };
}

/** The agent gets one more; whoever was just chosen counts as idle since now. */
export function giveTo(seat: Seat, media: string, now: Date): void {
  seat.inHand = { ...seat.inHand, [media]: (seat.inHand[media] ?? 0) + 1 };
  const state = seat.media[media];
  if (state !== undefined) seat.media = { ...seat.media, [media]: { ...state, idleSince: now.getTime() } };
  if (seat.lately !== undefined) seat.lately = { ...seat.lately, handled: seat.lately.handled + 1 };
}

/** What keeps the agent from getting one of the media type; force asks nobody whether they are ready. */
export function obstacleOf(seat: Seat, media: string, { force }: Selection): PassedOver | undefined {
  const state = seat.media[media];
  if (state === undefined || (!state.isReady && force !== true)) return 'not-ready';
  if (seat.agent.doNotDisturb && force !== true) return 'do-not-disturb';
  return roomOf(seat, media) > 0 ? undefined : 'no-capacity';
}

/**
 * Which of two free agents is better: by the statistic of the request, of equals the one who is idle longest, then the one with
 * fewest interactions, then by id, so that two routers see one order.
 */
export function isBetterBy(media: string, selection: Selection): (seat: Seat, than: Seat) => boolean {
  const { statistic, optimum } = selection;
  const isIdleLonger = (seat: Seat, than: Seat): boolean => {
    const [since, other] = [idleSince(seat, media), idleSince(than, media)];
    if (since !== other) return since < other;
    const [current, others] = [seat.inHand[media] ?? 0, than.inHand[media] ?? 0];
    return current === others ? seat.agent.id < than.agent.id : current < others;
  };
  if (statistic === undefined && optimum === undefined) return isIdleLonger;
  const name = statistic ?? 'time-in-ready-state';
  const sign = (optimum ?? agentStatistics[name].optimum) === 'max' ? 1 : -1;
  return (seat, than) => {
    const difference = sign * (valueOf(name, seat, media) - valueOf(name, than, media));
    return difference === 0 ? isIdleLonger(seat, than) : difference > 0;
  };
}

function idleSince(seat: Seat, media: string): number {
  return seat.media[media]?.idleSince ?? 0;
}

function valueOf(statistic: keyof typeof agentStatistics, seat: Seat, media: string): number {
  switch (statistic) {
    case 'time-in-ready-state':
      // the longer ago it began, the longer it lasts, at any moment
      return -idleSince(seat, media);
    case 'agent-loading':
      return loadingOf(seat);
    case 'agent-loading-media':
      return seat.inHand[media] ?? 0;
    case 'agent-occupancy':
      return seat.lately?.occupancy ?? 0;
    case 'interactions-handled':
      return seat.lately?.handled ?? 0;
  }
}

/** How many more of the media type the agent may have, ready or not. */
export function roomOf({ agent, inHand }: Pick<Seat, 'agent' | 'inHand'>, media: string): number {
  return Math.max(0, (agent.capacity[media] ?? 0) - (inHand[media] ?? 0));
}

/** How much of the capacity is taken: the sum of the shares of the media types. */
function loadingOf({ agent, inHand }: Seat): number {
  return Object.entries(inHand).reduce(
    (sum, [media, count]) => sum + count / Math.max(1, agent.capacity[media] ?? 1),
    0,
  );
}
