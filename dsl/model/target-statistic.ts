import { z } from 'zod';

/** A number the runtime knows of a target as a whole. */
interface TargetStatistic {
  readonly description: string;
  readonly optimum: 'min' | 'max';
}

/** Statistics of targets, by the field's names. */
export const targetStatistics = {
  'agents-ready': { description: 'Agents of it who could take one more now.', optimum: 'max' },
  'agents-logged-in': { description: 'Agents of it who are logged in for the media type.', optimum: 'max' },
  'interactions-waiting': { description: 'Interactions that wait for it.', optimum: 'min' },
  'agents-loading': { description: 'Share of the capacity of its agents that is taken.', optimum: 'min' },
} as const satisfies Readonly<Record<string, TargetStatistic>>;

/** Name of a statistic of targets. */
export type TargetStatisticName = keyof typeof targetStatistics;

/** Name of a statistic of targets. */
export const targetStatisticSchema = z.enum(
  Object.keys(targetStatistics) as [TargetStatisticName, ...TargetStatisticName[]],
);
