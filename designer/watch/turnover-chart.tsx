import type { Traffic } from '#dsl/protocol/traffic.ts';
import { watch as t } from '../kit/messages/en/watch.ts';
import classes from './watch.module.css';

type Series = NonNullable<Traffic['series']>;

const size = { width: 280, height: 84 };

/** What came in and what left, minute by minute over the last hour: columns for the one, a line for the other. */
export function TurnoverChart({ series }: { readonly series: Series }) {
  const { into, outOf } = series;
  const words = t.chart[kindOf(series)];
  const most = Math.max(1, ...into, ...outOf);
  const step = size.width / into.length;
  const y = (count: number): number => size.height - (count / most) * (size.height - 2);
  const line = outOf.map((count, index) => `${(index + 0.5) * step},${y(count)}`).join(' ');
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const spoken = [
    t.chartTotal(words.into, total(into)),
    t.chartTotal(words.outOf, total(outOf)),
    t.chartMost(Math.max(...into, ...outOf)),
  ];
  return (
    <figure className={classes.chart}>
      <figcaption>{words.title}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={spoken.join('; ')}>
        {into.map((count, index) => (
          <rect
            // minutes have no name but their place
            key={index}
            className={classes.into}
            x={index * step + 0.5}
            y={y(count)}
            width={step - 1}
            height={size.height - y(count)}
          />
        ))}
        <polyline className={classes.outOf} points={line} />
      </svg>
      <div className={classes.axis} aria-hidden>
        <span>{t.hourAgo}</span>
        <span>{most}</span>
        <span>{t.nowEnd}</span>
      </div>
      <div className={classes.keys} aria-hidden>
        <span className={classes.keyInto}>{words.into}</span>
        <span className={classes.keyOutOf}>{words.outOf}</span>
      </div>
    </figure>
  );
}

function kindOf({ focus }: Series): keyof typeof t.chart {
  if ('queue' in focus) return focus.view === undefined ? 'queue' : 'view';
  return focus.block === undefined ? 'strategy' : 'block';
}
