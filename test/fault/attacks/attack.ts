/** One try to get out of the sandbox: an expression that gives `true` when, and only when, it got somewhere it must not. */
export interface Escape {
  readonly name: string;
  readonly expression: string;
}

/** One try to keep a worker busy or to fill its memory: the body of a script. */
export interface Bomb {
  readonly name: string;
  readonly code: string;
}

/** Escapes from a table of names and expressions. */
export function escapes(family: string, table: readonly (readonly [name: string, expression: string])[]): Escape[] {
  return table.map(([name, expression]) => ({ name: `${family}: ${name}`, expression }));
}

/** Escapes that are told apart by their own text. */
export function escapesOf(family: string, expressions: readonly string[]): Escape[] {
  return expressions.map((expression) => ({ name: `${family}: ${expression}`, expression }));
}

/** Bombs that are told apart by their own text. */
export function bombsOf(family: string, codes: readonly string[]): Bomb[] {
  return codes.map((code) => ({ name: `${family}: ${code}`, code }));
}
