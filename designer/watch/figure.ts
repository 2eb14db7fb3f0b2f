import type { Flow } from '#dsl/protocol/traffic.ts';
import { formatLocale } from '../kit/messages/format-locale.ts';
import { watch as t } from '../kit/messages/en/watch.ts';
import { spanText } from '../trace/run-steps.ts';

/** What is said of an object or a wire of a canvas that is watched. */
export interface Figure {
  /** How often it was passed; of a queue, what came in. */
  readonly flow: Flow;
  /** What left a queue. */
  readonly leaving?: Flow;
  /** What it passed `errors` of; left out: `flow`. */
  readonly of?: Flow;
  /** What stands in it now. */
  readonly now?: number;
  readonly oldestAt?: string | null;
  readonly averageAt?: string | null;
}

/** No errors, few of them, or so many that somebody should look. */
export type ErrorLevel = 'none' | 'some' | 'many';

const manyShare = 0.05;
const number = new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 1 });
const small = new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 2 });

/** Nothing was passed. */
export const noFlow: Flow = { five: 0, hour: 0, errors: 0 };

/** Adds flows up. */
export function sumOf(flows: readonly (Flow | undefined)[]): Flow {
  return flows.reduce<Flow>(
    (sum, flow) =>
      flow === undefined
        ? sum
        : { five: sum.five + flow.five, hour: sum.hour + flow.hour, errors: sum.errors + flow.errors },
    noFlow,
  );
}

/** Interactions per minute over the last five. */
export function fiveRate(flow: Flow): string {
  return number.format(flow.five / 5);
}

/** Interactions per minute over the last hour, of which so many minutes are counted. */
export function hourRate(flow: Flow, minutes: number): string {
  const rate = flow.hour / Math.max(1, minutes);
  return (rate < 1 ? small : number).format(rate);
}

/** Share of errors over the hour, 0 to 1. */
export function errorShare({ flow, of = flow }: Figure): number {
  return of.hour === 0 ? 0 : Math.min(1, of.errors / of.hour);
}

/** The share in percent; what is there at all is never 0 %. */
export function percentText(share: number): string {
  return share > 0 && share < 0.001 ? `< ${number.format(0.1)}` : number.format(share * 100);
}

/** How bad the errors of a figure are. */
export function levelOf(figure: Figure): ErrorLevel {
  const share = errorShare(figure);
  if (share === 0) return 'none';
  return share < manyShare ? 'some' : 'many';
}

/** The figure in words, for whoever listens to the page or points at it. */
export function wordsOf(figure: Figure, minutes: number): string {
  const { flow, leaving, now, oldestAt, averageAt } = figure;
  const share = errorShare(figure);
  return [
    now !== undefined && t.words.now(now),
    now !== 0 && typeof oldestAt === 'string' && t.words.longest(ageText(oldestAt)),
    now !== 0 && typeof averageAt === 'string' && t.words.average(ageText(averageAt)),
    t.words.five(fiveRate(flow)),
    leaving !== undefined && t.words.leaving(fiveRate(leaving)),
    t.words.hour(hourRate(flow, minutes)),
    share > 0 && t.words.errors(percentText(share)),
  ]
    .filter((words) => words !== false)
    .join(', ');
}

/** How long ago, to the second. */
export function ageText(at: string): string {
  return spanText(Math.max(0, Math.round((Date.now() - Date.parse(at)) / 1000) * 1000));
}
