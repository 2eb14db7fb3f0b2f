import { IconCheck, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { trial as t } from '../kit/messages/en/trial.ts';
import classes from './trial-mark.module.css';

/** What is drawn over a card: how many tests come to it, or where the simulation stands. */
export type CardMark =
  | { readonly kind: 'tests'; readonly times: number }
  | { readonly kind: 'simulation'; readonly isPassed: boolean; readonly isNext: boolean; readonly stops: boolean };

/** The badge on the upper left of a card. */
export function TrialMark({ mark }: { readonly mark: CardMark }) {
  if (mark.kind === 'tests') {
    const text = mark.times === 0 ? t.untested : t.times(mark.times);
    return (
      <span className={classes.mark} data-tone={mark.times === 0 ? 'none' : 'good'} title={text}>
        {mark.times > 0 && <IconCheck size={11} aria-hidden />}
        {mark.times}
      </span>
    );
  }
  if (!mark.stops && !mark.isNext) return null;
  return (
    <span
      className={classes.mark}
      data-tone={mark.isNext ? 'next' : 'stop'}
      title={mark.isNext ? t.standsHere : t.stopsHere}
    >
      {mark.isNext ? <IconPlayerPlay size={11} aria-hidden /> : <IconPlayerPause size={11} aria-hidden />}
    </span>
  );
}
