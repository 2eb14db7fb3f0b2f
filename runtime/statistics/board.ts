import type { Pool } from 'pg';
import type { AgentLine, Board, BoardQuery, QueueLine, StrategyLine } from '#dsl/protocol/statistics.ts';
import { countInteractions } from '../interaction/counts.ts';
import { type AgentNow, agentsNow } from './agents-now.ts';
import { forecasts } from './forecast.ts';
import { occupancy, ratio, serviceFactor } from './ratios.ts';
import { addCounts, type Counts } from './tally.ts';
import { type ObjectCounts, windowCounts, windowStart } from './window-counts.ts';

/** What is now, and the figures of a sliding window: live rows by their own indexes, history by at most an hour of minutes. */
export async function board(pool: Pool, tenantId: string, query: BoardQuery, now: Date): Promise<Board> {
  const window = { minutes: query.window, now };
  const hour = { minutes: 60, now };
  // one after the other: a page that watches must not keep others waiting for a connection
  const counts = await countInteractions(pool, tenantId);
  const agents = await agentsNow(pool, tenantId);
  const queueHour = await windowCounts(pool, tenantId, 'queue', hour);
  const queueCounts = byName(query.window === 60 ? queueHour : await windowCounts(pool, tenantId, 'queue', window));
  const strategyCounts = byName(await windowCounts(pool, tenantId, 'strategy', window));
  const agentCounts = byName(await windowCounts(pool, tenantId, 'agent', window));
  const arrivals = await arrivalsByMinute(pool, tenantId, now);
  const waiting = Object.fromEntries(Object.entries(counts.queues).map(([name, { queued }]) => [name, queued]));
  const next = forecasts({ hour: queueHour, waiting, placesByMedia: placesOf(agents) });
  const names = (live: object, counted: Iterable<string>): string[] => [...new Set([...Object.keys(live), ...counted])];
  return {
    at: now.toISOString(),
    countedAt: await countedAt(pool),
    queues: names(counts.queues, arrivals.keys()).map((name): QueueLine => {
      const live = counts.queues[name];
      return {
        name,
        waiting: live?.queued ?? 0,
        held: live?.held ?? 0,
        oldestAt: live?.oldestAt ?? null,
        ...queueFigures(queueCounts.get(name) ?? {}, query.within),
        arrivals: arrivals.get(name) ?? quiet(),
        forecast: next.get(name) ?? null,
      };
    }),
    strategies: names(counts.strategies, strategyCounts.keys()).map((name) =>
      strategyLine(name, counts.strategies[name] ?? 0, strategyCounts.get(name) ?? {}),
    ),
    agents: agents.map((agent) => agentLine(agent, agentCounts.get(agent.userName) ?? {})),
  };
}

function byName(objects: readonly ObjectCounts[]): Map<string, Counts> {
  const sums = new Map<string, Counts>();
  for (const { name, counts } of objects) sums.set(name, addCounts(sums.get(name) ?? {}, counts));
  return sums;
}

function queueFigures(counts: Counts, within: number) {
  const { entered = 0, accepted = 0, abandoned = 0, errors = 0 } = counts;
  return {
    entered,
    accepted,
    abandoned,
    errors,
    averageWaitMs: ratio(counts['waitMs'], counts['left']),
    serviceFactor: serviceFactor(counts, within),
  };
}

function strategyLine(name: string, running: number, counts: Counts): StrategyLine {
  const { taken = 0, ended = 0, stopped = 0, errors = 0 } = counts;
  return { name, running, taken, ended, stopped, errors, averageRunMs: ratio(counts['runMs'], counts['ended']) };
}

function agentLine(agent: AgentNow, counts: Counts): AgentLine {
  const { accepted = 0, handled = 0 } = counts;
  const loading = Math.max(0, ...agent.media.map(({ inHand, capacity }) => inHand / Math.max(1, capacity)));
  return {
    ...agent,
    loading,
    occupancy: occupancy(counts),
    accepted,
    handled,
    averageHandlingMs: ratio(counts['handlingMs'], counts['handled']),
  };
}

/** What agents can have in hand of each medium, ready or busy with it. */
function placesOf(agents: readonly AgentNow[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const { media } of agents)
    for (const { media: name, state, inHand, capacity } of media)
      if (state === 'ready' || inHand > 0) places.set(name, (places.get(name) ?? 0) + capacity);
  return places;
}

function quiet(): number[] {
  return Array.from({ length: 60 }, () => 0);
}

async function arrivalsByMinute(pool: Pool, tenantId: string, now: Date): Promise<Map<string, number[]>> {
  const start = windowStart({ minutes: 60, now });
  const { rows } = await pool.query<{ name: string; at: Date; entered: number }>(
    `select name, at, sum(coalesce((counts ->> 'entered')::int, 0))::int as entered from statistics_buckets
     where tenant_id = $1 and span = 1 and kind = 'queue' and at >= $2 group by 1, 2`,
    [tenantId, new Date(start)],
  );
  const series = new Map<string, number[]>();
  for (const { name, at, entered } of rows) {
    const minutes = series.get(name) ?? quiet();
    const minute = (at.getTime() - start) / 60_000;
    if (minute in minutes) minutes[minute] = entered;
    series.set(name, minutes);
  }
  return series;
}

async function countedAt(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ at: Date }>('select counted_at as at from statistics_position');
  return (rows[0]?.at ?? new Date(0)).toISOString();
}
