import type { FieldCodeValue } from './field-code-value.ts';
import type { GivenArguments } from './given-arguments.ts';

/** A function that a formula may call. */
export interface FieldCodeFunction {
  readonly name: string;
  /** How it is called, for people: `Left(text, count)`. */
  readonly signature: string;
  readonly help: string;
  /** Fewest and most arguments. */
  readonly fewest: number;
  readonly most: number;
  readonly run: (given: GivenArguments) => FieldCodeValue;
}
