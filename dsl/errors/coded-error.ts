import { type ErrorClass, type ErrorCode, type ErrorFacts, errorTable } from './codes.ts';

/** What the world or we got wrong: a code from the table, its typed facts, and the cause. */
export class CodedError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly facts: ErrorFacts[Code];

  constructor(code: Code, facts: ErrorFacts[Code], options?: { cause?: unknown }) {
    super(errorTable[code].text(facts), options);
    this.name = 'CodedError';
    this.code = code;
    this.facts = facts;
  }
}

/** Recognises an error by its code, not by its class: prototypes do not survive an isolate, a worker or JSON. */
export function hasCode<Code extends ErrorCode>(error: unknown, code: Code): error is CodedError<Code> {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** Class of any error: that of its code, or `defect` for what carries none. */
export function classOf(error: unknown): ErrorClass {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code in errorTable ? errorTable[code as ErrorCode].class : 'defect';
}

/** The text of anything thrown, also of non-errors. */
export function textOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
