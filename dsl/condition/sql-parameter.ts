import { isIsoDay, isIsoInstant } from './iso-time.ts';
import type { RuleScalar } from './rule.ts';
import { spellingsOf } from './rule-test.ts';

/** Type of a column a condition may ask for. */
export type ColumnType = 'text' | 'integer' | 'timestamp' | 'boolean';

/** A value for the database and the PostgreSQL type it is cast to. */
export interface SqlParameter {
  readonly value: unknown;
  readonly cast: string;
}

interface Refusal {
  readonly expected: string;
}

/** The values as one array of the column's type, or what would have been right instead. */
export function listParameter(values: readonly RuleScalar[], type: ColumnType): SqlParameter | Refusal {
  switch (type) {
    case 'text':
      return { value: values.map(String), cast: 'text[]' };
    case 'integer': {
      const numbers = values.flatMap(spellingsOf).filter((value) => typeof value === 'number');
      if (numbers.length !== values.length) return { expected: 'is a number: compare it with numbers' };
      return { value: numbers, cast: numbers.every(Number.isSafeInteger) ? 'bigint[]' : 'numeric[]' };
    }
    case 'boolean': {
      const truths = values.flatMap(spellingsOf).filter((value) => typeof value === 'boolean');
      if (truths.length !== values.length) return { expected: 'is true or false: compare it with true or false' };
      return { value: truths, cast: 'boolean[]' };
    }
    case 'timestamp':
      return values.every((value) => isIsoInstant(value))
        ? { value: values, cast: 'timestamptz[]' }
        : { expected: 'is a time: compare it with a time in UTC such as 2030-01-31T08:00:00.000Z' };
  }
}

/** The limit of an order in the column's type, or what would have been right instead. */
export function orderParameter(limit: number | string, type: ColumnType): SqlParameter | Refusal {
  switch (type) {
    case 'text':
      return typeof limit === 'string'
        ? { value: limit, cast: 'text' }
        : { expected: 'is text, which has no order by number: ask for a number property, or compare with =' };
    case 'integer':
      return typeof limit === 'number'
        ? { value: limit, cast: Number.isSafeInteger(limit) ? 'bigint' : 'numeric' }
        : { expected: 'is a number: compare it with a number' };
    case 'boolean':
      return { expected: 'is true or false, which have no order: compare it with =' };
    case 'timestamp':
      if (isIsoInstant(limit)) return { value: limit, cast: 'timestamptz' };
      return isIsoDay(limit)
        ? { value: `${limit}T00:00:00.000Z`, cast: 'timestamptz' }
        : {
            expected: 'is a time: compare it with a day such as 2030-01-31 or a time such as 2030-01-31T08:00:00.000Z',
          };
  }
}
