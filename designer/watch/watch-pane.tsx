import { IconListSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Traffic } from '#dsl/protocol/traffic.ts';
import { watch as t } from '../kit/messages/en/watch.ts';
import type { InteractionFilter } from '../trace/interaction-filter.ts';
import { ageText, errorShare, type Figure, fiveRate, hourRate, percentText } from './figure.ts';
import { TurnoverChart } from './turnover-chart.tsx';
import classes from './watch.module.css';

/** A way from a figure to the interactions behind it. */
export interface WayToInteractions {
  readonly label: string;
  readonly filter: InteractionFilter;
}

/** The figures of what is selected, in full, with the last hour minute by minute and the ways to its interactions. */
export function WatchPane(props: {
  readonly figure: Figure;
  readonly traffic: Traffic;
  readonly ways: readonly WayToInteractions[];
}) {
  const { figure, traffic, ways } = props;
  const { flow, leaving, of = flow, now, oldestAt, averageAt } = figure;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t.row.now, now === undefined ? undefined : String(now)],
    [t.row.longest, now === 0 || typeof oldestAt !== 'string' ? undefined : ageText(oldestAt)],
    [t.row.average, now === 0 || typeof averageAt !== 'string' ? undefined : ageText(averageAt)],
    [t.row.five, fiveRate(flow)],
    [t.row.leaving, leaving && fiveRate(leaving)],
    [t.row.hour, hourRate(flow, traffic.minutes)],
    [t.row.errors, t.ofAll(of.errors, of.hour, percentText(errorShare(figure)))],
  ];
  return (
    <section className={classes.pane} aria-label={t.pane}>
      <h3 className={classes.heading}>{t.pane}</h3>
      <dl className={classes.rows}>
        {rows.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {traffic.series !== null && <TurnoverChart series={traffic.series} />}
      {ways.map(({ label, filter }) => (
        <Link key={label} to="/interactions" search={{ ...filter }} className={classes.way ?? ''}>
          <IconListSearch size={15} aria-hidden /> {label}
        </Link>
      ))}
    </section>
  );
}
