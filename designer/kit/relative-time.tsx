import { useSyncExternalStore } from 'react';
import { kit as t } from './messages/en/kit.ts';
import { formatLocale } from './messages/format-locale.ts';

const steps = [
  { unit: 'year', seconds: 31_536_000 },
  { unit: 'month', seconds: 2_592_000 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;
const words = new Intl.RelativeTimeFormat(formatLocale(), { numeric: 'auto', style: 'short' });
const exact = new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium', timeStyle: 'medium' });

/** A time as people say it, kept current; the exact one, in the viewer's zone, on hover. `at` is ISO 8601. */
export function RelativeTime(props: { readonly at: string }) {
  const now = useNow();
  return (
    <time dateTime={props.at} title={exact.format(new Date(props.at))}>
      {relativeTime(props.at, now)}
    </time>
  );
}

/** `at` (ISO 8601) as seen from `nowMs` (Unix milliseconds): '3 min. ago'. Under ten seconds it is 'just now'. */
export function relativeTime(at: string, nowMs: number): string {
  const seconds = (Date.parse(at) - nowMs) / 1000;
  if (Math.abs(seconds) < 10) return t.justNow;
  const step = steps.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  if (step === undefined) return words.format(Math.trunc(seconds), 'second');
  return words.format(Math.trunc(seconds / step.seconds), step.unit);
}

const tickMs = 10_000;
const watchers = new Set<() => void>();
let now = Date.now();
let ticker: ReturnType<typeof setInterval> | undefined;

// one clock for all times on the page
function useNow(): number {
  return useSyncExternalStore(watch, () => now);
}

function watch(onTick: () => void): () => void {
  watchers.add(onTick);
  now = Date.now();
  ticker ??= setInterval(() => {
    now = Date.now();
    for (const tick of watchers) tick();
  }, tickMs);
  return () => {
    watchers.delete(onTick);
    if (watchers.size > 0) return;
    clearInterval(ticker);
    ticker = undefined;
  };
}
