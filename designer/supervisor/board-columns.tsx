import { Link } from '@tanstack/react-router';
import type { AgentLine, Forecast, QueueLine, StrategyLine } from '#dsl/protocol/statistics.ts';
import { supervisor as t } from '../kit/messages/en/supervisor.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import type { Column } from './line-table.tsx';
import { SparkBars } from './spark-bars.tsx';
import classes from './supervisor.module.css';
import { durationWords, numberWords, shareWords } from './words.ts';

const c = t.columns;
const nameWidth = 'minmax(116px, 2fr)';

/** A column of whole numbers; one that must not be there is shown in red. */
function count<Line>(id: string, label: string, value: (line: Line) => number, isFault = false): Column<Line> {
  return {
    id,
    label,
    order: value,
    isExtra: true,
    cell: (line) => <span data-level={isFault && value(line) > 0 ? 'bad' : undefined}>{numberWords(value(line))}</span>,
  };
}

function duration<Line>(id: string, label: string, value: (line: Line) => number | null): Column<Line> {
  return { id, label, order: value, isExtra: true, cell: (line) => durationWords(value(line)) };
}

/** Queues and workbins: what waits, what came, how soon agents take it, and what the next hour brings. */
export const queueColumns: readonly Column<QueueLine>[] = [
  {
    id: 'name',
    label: c.name,
    order: ({ name }) => name,
    width: nameWidth,
    cell: ({ name }) => (
      <Link to="/interactions" search={{ queue: name }} className={classes.name} title={name}>
        {name}
      </Link>
    ),
  },
  {
    ...count<QueueLine>('waiting', c.waiting, ({ waiting }) => waiting),
    isExtra: false,
    cell: ({ waiting, held }) => (
      <>
        <strong>{numberWords(waiting)}</strong> {held > 0 && <small>{t.held(held)}</small>}
      </>
    ),
  },
  {
    id: 'oldest',
    label: c.oldest,
    order: ({ oldestAt }) => (oldestAt === null ? -1 : -Date.parse(oldestAt) / 1e15 + 1e3),
    cell: ({ oldestAt }) => (oldestAt === null ? '–' : <RelativeTime at={oldestAt} />),
  },
  count('entered', c.entered, ({ entered }) => entered),
  count('accepted', c.accepted, ({ accepted }) => accepted),
  duration('wait', c.wait, ({ averageWaitMs }) => averageWaitMs),
  {
    id: 'level',
    label: c.level,
    order: ({ serviceFactor }) => serviceFactor,
    cell: ({ serviceFactor }) => <span data-level={levelOf(serviceFactor)}>{shareWords(serviceFactor)}</span>,
  },
  count('abandoned', c.abandoned, ({ abandoned }) => abandoned),
  count('errors', c.errors, ({ errors }) => errors, true),
  {
    id: 'hour',
    label: c.hour,
    width: '120px',
    isExtra: true,
    cell: ({ arrivals }) => (
      <SparkBars
        values={arrivals}
        spoken={t.arrivals(
          arrivals.reduce((sum, minute) => sum + minute, 0),
          Math.max(0, ...arrivals),
        )}
      />
    ),
  },
  {
    id: 'forecast',
    label: c.forecast,
    help: t.forecastHelp,
    width: 'minmax(120px, 1fr)',
    isExtra: true,
    cell: ({ forecast }) => (forecast === null ? '–' : <NextHour forecast={forecast} />),
  },
];

function NextHour({ forecast }: { readonly forecast: Forecast }) {
  const { waitMs, waiting, arrivals } = forecast;
  return (
    <span data-level={waitMs === null ? 'warn' : undefined} title={t.forecastHelp}>
      +{numberWords(arrivals)} · {waitMs === null ? t.growing(Math.round(waiting)) : t.calm(durationWords(waitMs))}
    </span>
  );
}

/** Colour only where somebody should act. */
function levelOf(factor: number | null): 'bad' | 'warn' | undefined {
  if (factor === null || factor >= 0.8) return undefined;
  return factor < 0.5 ? 'bad' : 'warn';
}

/** Strategies: what runs now, what ran, what went wrong. */
export const strategyColumns: readonly Column<StrategyLine>[] = [
  {
    id: 'name',
    label: c.name,
    order: ({ name }) => name,
    width: nameWidth,
    cell: ({ name }) => (
      <span className={classes.name} title={name}>
        {name}
      </span>
    ),
  },
  { ...count<StrategyLine>('running', c.running, ({ running }) => running), isExtra: false },
  { ...count<StrategyLine>('taken', c.taken, ({ taken }) => taken), isExtra: false },
  count('ended', c.ended, ({ ended }) => ended),
  count('stopped', c.stopped, ({ stopped }) => stopped),
  { ...count<StrategyLine>('errors', c.errors, ({ errors }) => errors, true), isExtra: false },
  duration('run', c.run, ({ averageRunMs }) => averageRunMs),
];

/** Agents who are logged in: where they stand with each medium, what they have, and what they did. */
export const agentColumns: readonly Column<AgentLine>[] = [
  {
    id: 'name',
    label: c.name,
    order: ({ name }) => name,
    width: nameWidth,
    cell: ({ name, userName }) => (
      <span className={classes.name} title={userName}>
        {name}
      </span>
    ),
  },
  {
    id: 'media',
    label: c.media,
    width: 'minmax(150px, 3fr)',
    cell: ({ media }) => (
      <span className={classes.media}>
        {media.map(({ media: name, state, reason, since }) => (
          <span key={name} className={classes.state} data-state={state} title={reason ?? undefined}>
            {name}: {t.state[state]} <small>{durationWords(Math.max(0, Date.now() - Date.parse(since)))}</small>
          </span>
        ))}
      </span>
    ),
  },
  {
    ...count<AgentLine>('inHand', c.inHand, ({ media }) => media.reduce((sum, { inHand }) => sum + inHand, 0)),
    isExtra: false,
  },
  {
    id: 'loading',
    label: c.loading,
    order: ({ loading }) => loading,
    isExtra: true,
    cell: ({ loading }) => shareWords(loading),
  },
  {
    id: 'occupancy',
    label: c.occupancy,
    order: ({ occupancy }) => occupancy,
    isExtra: true,
    cell: ({ occupancy }) => shareWords(occupancy),
  },
  count('accepted', c.accepted, ({ accepted }) => accepted),
  count('handled', c.handled, ({ handled }) => handled),
  duration('handling', c.handling, ({ averageHandlingMs }) => averageHandlingMs),
  {
    id: 'loggedIn',
    label: c.loggedIn,
    order: ({ loggedInAt }) => loggedInAt,
    isExtra: true,
    cell: ({ loggedInAt }) => <RelativeTime at={loggedInAt} />,
  },
];
