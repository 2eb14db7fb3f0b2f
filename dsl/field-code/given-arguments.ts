import { type FieldCodeValue, dateOf, numberOf, truthOf, UnresolvedFieldCode } from './field-code-value.ts';
import { type RenderContext, textOfValue } from './format-value.ts';
import type { Formula } from './formula.ts';

/** The arguments of one function call, evaluated when asked for: what `If` does not choose never runs. */
export class GivenArguments {
  readonly context: RenderContext;
  readonly #given: readonly Formula[];
  readonly #evaluate: (formula: Formula) => FieldCodeValue;

  constructor(given: readonly Formula[], evaluate: (formula: Formula) => FieldCodeValue, context: RenderContext) {
    this.context = context;
    this.#given = given;
    this.#evaluate = evaluate;
  }

  /** Whether the call has an argument at this index. */
  has(index: number): boolean {
    return index < this.#given.length;
  }

  /** Character of the template where the argument stands. */
  at(index: number): number {
    return this.#given[index]?.at ?? 0;
  }

  /** The argument as it is; null where there is none. */
  value(index: number): FieldCodeValue {
    const formula = this.#given[index];
    return formula === undefined ? null : this.#evaluate(formula);
  }

  /** The argument as text, empty where it is empty. */
  text(index: number): string {
    return textOfValue(this.value(index), this.context, this.at(index));
  }

  /** Whether the argument is true. */
  truth(index: number): boolean {
    return truthOf(this.value(index));
  }

  /** The argument as a number; anything else ends the field code with its reason. */
  number(index: number): number {
    return numberOrFail(this.value(index), this.at(index));
  }

  /** The argument as a whole number, rounded towards zero and kept from being negative. */
  count(index: number): number {
    return Math.max(0, Math.trunc(this.number(index)));
  }

  /** The argument as a date; anything else ends the field code with its reason. */
  date(index: number): Date {
    const date = dateOf(this.value(index));
    if (date === undefined) throw new UnresolvedFieldCode('expected a date', this.at(index));
    return date;
  }
}

/** The number a value is or spells; anything else ends the field code with its reason. */
export function numberOrFail(value: FieldCodeValue, at: number): number {
  const number = numberOf(value);
  if (number !== undefined) return number;
  const found =
    value === null || value === '' ? 'nothing' : typeof value === 'string' ? `"${value}"` : 'another kind of value';
  throw new UnresolvedFieldCode(`expected a number, found ${found}`, at);
}
