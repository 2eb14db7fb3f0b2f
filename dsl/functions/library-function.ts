/** Families of functions with their titles, in the order references show them. */
export const functionFamilies = {
  text: 'Texts',
  value: 'Values',
  'key-value': 'Lists and key-value lists',
  time: 'Date and time',
  category: 'Categories',
} as const;

/** A family of functions. */
export type FunctionFamily = keyof typeof functionFamilies;

/** What a function takes or yields. */
export type FunctionValueType = 'string' | 'number' | 'boolean' | 'list' | 'object' | 'any';

/** One argument of a function. */
export interface FunctionParameter {
  readonly name: string;
  readonly type: FunctionValueType;
  readonly description: string;
  readonly isOptional?: boolean;
}

/** What functions share inside the realm: the clock of the run, and readings of whatever an author hands over. */
export interface FunctionTools {
  /** An instant in Unix milliseconds: of an ISO 8601 text, a number or a date; the clock of the run for nothing. */
  instant(value: unknown): number;
  /** What the clock of the time zone shows at an instant: `2027-01-04`, `08:30:00` and `Monday`. */
  wall(instant: number, timeZone: unknown): { readonly date: string; readonly time: string; readonly day: string };
  /** Text of anything: nothing is empty text, lists and objects are JSON. */
  text(value: unknown): string;
  /** The number a value is or spells; throws for anything else. */
  number(value: unknown): number;
  /** The members of an object that are its own; none of anything else. */
  members(value: unknown): Readonly<Record<string, unknown>>;
}

/**
 * A function of the library that every expression and script reads as `fn.name`, and the Function block calls. `run` goes into
 * the realm as text, so it may use nothing but its arguments and what ECMAScript has.
 */
export interface LibraryFunction {
  /** The field's name in our spelling: StrLen is `strLen`. */
  readonly name: string;
  readonly family: FunctionFamily;
  /** What it is for, in one sentence. */
  readonly help: string;
  readonly parameters: readonly FunctionParameter[];
  readonly result: FunctionValueType;
  /** Calls with their results; a test holds the function to them, completion and reference show them. */
  readonly examples: readonly { readonly args: readonly unknown[]; readonly result: unknown }[];
  readonly run: (tools: FunctionTools, ...args: never[]) => unknown;
}

/** An argument that must be given. */
export function given(name: string, type: FunctionValueType, description: string): FunctionParameter {
  return { name, type, description };
}

/** An argument that may be left out. */
export function optional(name: string, type: FunctionValueType, description: string): FunctionParameter {
  return { name, type, description, isOptional: true };
}
