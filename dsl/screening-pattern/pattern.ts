import type { RE2JS } from 're2js';

/** A screening pattern read and ready to match: terms joined by and, or and not. */
export type Pattern =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Pattern[] }
  | { readonly kind: 'not'; readonly operand: Pattern }
  | FindTerm
  | RegexTerm;

/** `Find("text")`: the text occurs somewhere. */
export interface FindTerm {
  readonly kind: 'find';
  /** In lower case when case is ignored. */
  readonly text: string;
  readonly ignoreCase: boolean;
}

/** `RegExFind("re")`: some part matches; `RegExMatch("re")`: the whole text matches. */
export interface RegexTerm {
  readonly kind: 'regex';
  readonly whole: boolean;
  readonly source: string;
  readonly ignoreCase: boolean;
  /** The matched text is attached under `ScrKey_` and this name. */
  readonly key: string | undefined;
  /** Compiled once, when the pattern is read. Holds no state of a match. */
  readonly compiled: RE2JS;
}

/** What is wrong with a pattern: the character it begins at, from 0, and how many characters it covers. */
export interface PatternProblem {
  readonly message: string;
  readonly at: number;
  readonly length: number;
}
