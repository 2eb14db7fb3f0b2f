import { v7 } from 'uuid';

/** A new id, ordered by time (RFC 9562 version 7), so that indexes grow at one end. */
export function newId(): string {
  return v7();
}
