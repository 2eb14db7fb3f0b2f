import type { FormField } from './form-field.ts';

/** Something wrong in a field; the path leads from the field's own value to the part at fault. */
export interface FieldProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What every control of a derived form gets. */
export interface FieldProps {
  readonly field: FormField;
  /** The value as the document has it; `undefined` when it is left out. */
  readonly value: unknown;
  readonly problems: readonly FieldProblem[];
  /** Values of the fields beside it, where a field depends on them. */
  readonly siblings?: Readonly<Record<string, unknown>>;
  /** `undefined` leaves the field out, so that its default counts. */
  onChange(value: unknown): void;
}

/** Problems of the part of a value under a key, as seen from there. */
export function problemsUnder(problems: readonly FieldProblem[], key: string | number): FieldProblem[] {
  return problems.filter(({ path }) => path[0] === key).map(({ path, message }) => ({ path: path.slice(1), message }));
}

/** One text for the problems of a whole field; undefined when there are none. */
export function problemText(problems: readonly FieldProblem[]): string | undefined {
  if (problems.length === 0) return undefined;
  return [...new Set(problems.map(({ message }) => message))].join(' ');
}
