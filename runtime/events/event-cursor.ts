import { CodedError } from '#dsl/errors/coded-error.ts';

/** A place in an order of two whole numbers, as text that PostgreSQL reads. */
export interface EventCursor {
  readonly first: string;
  readonly id: string;
}

/** The cursor as programs keep it. */
export function cursorText({ first, id }: EventCursor): string {
  return `${first}-${id}`;
}

/** Reads a cursor that an answer gave; throws `request/invalid` for anything else. */
export function readCursor(text: string, field: string): EventCursor {
  // eighteen digits fit into bigint whatever they are
  const [, first, id] = /^(\d{1,18})-(\d{1,18})$/.exec(text) ?? [];
  if (first === undefined || id === undefined)
    throw new CodedError('request/invalid', { field, expected: 'a cursor as an answer before gave it' });
  return { first, id };
}
