/** Operators that compare; words such as GT are read as their sign. */
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** Operators that calculate. */
export type Arithmetic = '+' | '-' | '*' | '/' | '^' | 'mod';

/** Operators of a formula between two operands. */
export type BinaryOperator = Comparison | Arithmetic | 'and' | 'or';

/** The formula within a field code. `at` is a character of the whole template, from 0. */
export type Formula =
  | { readonly kind: 'literal'; readonly value: number | string | boolean | null; readonly at: number }
  | { readonly kind: 'path'; readonly steps: readonly PathStep[]; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Formula[]; readonly at: number }
  | { readonly kind: 'unary'; readonly operator: '-' | 'not'; readonly operand: Formula; readonly at: number }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Formula;
      readonly right: Formula;
      readonly at: number;
    }
  | { readonly kind: 'format'; readonly operand: Formula; readonly format: string; readonly at: number };

/** One name of `Interaction.AttachedData("CaseId")`, with what stands in parentheses behind it. */
export interface PathStep {
  readonly name: string;
  readonly given: readonly Formula[] | undefined;
  readonly at: number;
}

/** A text with its field codes read. */
export interface Template {
  readonly parts: readonly (string | FieldCode)[];
}

/** One field code of a template: its formula and the character its `<$` stands at. */
export interface FieldCode {
  readonly formula: Formula;
  readonly at: number;
}
