/** A value of a formula: what an object's field holds or a function gives. */
export type FieldCodeValue = string | number | boolean | Date | null | readonly FieldCodeValue[] | FieldCodeRecord;

/** An object of a formula, field by field. A field left out or undefined is empty. */
export interface FieldCodeRecord {
  readonly [field: string]: FieldCodeValue | undefined;
}

/** The objects a template may name. One left out is unknown to it, such as the agent of a mail nobody wrote. */
export interface FieldCodeObjects {
  /** `AttachedData` within holds the attached data by key. */
  readonly Interaction?: FieldCodeRecord | undefined;
  readonly Contact?: FieldCodeRecord | undefined;
  readonly Agent?: FieldCodeRecord | undefined;
  /** Custom variables and what a strategy supplies, by the name a template calls them. */
  readonly variables?: FieldCodeRecord | undefined;
}

/** Why a field code cannot be read or has no value, and at which character of the template (from 0). */
export interface FieldCodeProblem {
  readonly at: number;
  readonly message: string;
}

/** Ends the evaluation of one field code; becomes a `FieldCodeProblem` of the rendering. */
export class UnresolvedFieldCode extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.name = 'UnresolvedFieldCode';
    this.at = at;
  }
}

/** Whether a value is a list. */
export function isList(value: FieldCodeValue): value is readonly FieldCodeValue[] {
  return Array.isArray(value);
}

/** The number a value is or spells in decimal digits; undefined for anything else. */
export function numberOf(value: FieldCodeValue): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(value)
    ? Number(value)
    : undefined;
}

/** The date a value is or spells as ISO 8601 with a time; undefined for anything else. */
export function dateOf(value: FieldCodeValue): Date | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(value))
    return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Truth of a value: a number other than 0, the text "true"; never what is empty. */
export function truthOf(value: FieldCodeValue): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  return typeof value === 'string' && value.toLowerCase() === 'true';
}
