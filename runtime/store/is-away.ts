import { textOf } from '#dsl/errors/coded-error.ts';

/** What a socket says of a server that is not there. */
const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);

/**
 * True for an error that says the database was away, not that something was wrong with what it was asked: SQLSTATE classes
 * 08 connection, 53 resources and 57P0x shutdown, a socket's error, or a connection that ended. Trying again later is right.
 */
export function isAway(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return socketCodes.has(code) || /^(?:08...|53...|57P0.)$/.test(code);
  // the driver's own errors have no code
  return /^(?:Connection terminated|Client has encountered a connection error|timeout expired)/.test(textOf(error));
}
