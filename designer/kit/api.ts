import type { z } from 'zod';
import { type Problem, problemSchema } from '#dsl/protocol/me.ts';
import { kit as t } from './messages/en/kit.ts';

/** A request that did not come back with 2xx: the server's problem, or ours when it could not be reached (status 0). */
export class RequestFailure extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem, options?: { cause?: unknown }) {
    super(problem.message, options);
    this.name = 'RequestFailure';
    this.status = status;
    this.problem = problem;
  }
}

/** Tells a failed request from anything else that was thrown. */
export function isRequestFailure(error: unknown): error is RequestFailure {
  return error instanceof RequestFailure;
}

/** A way to change something over HTTP. */
export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * The runtime's HTTP API. Every answer is read by its schema; an empty body reads as `undefined`. Rejects with
 * `RequestFailure` only.
 */
export const api = {
  get: <Schema extends z.ZodType>(path: string, schema: Schema, signal?: AbortSignal): Promise<z.output<Schema>> =>
    request(path, { method: 'GET', ...(signal && { signal }) }, schema),

  /** `body` is sent as JSON, or as it is when it is a `FormData`; `undefined` sends none. */
  send: <Schema extends z.ZodType>(
    method: Method,
    path: string,
    body: unknown,
    schema: Schema,
  ): Promise<z.output<Schema>> => request(path, { method, ...bodyOf(body) }, schema),
};

function bodyOf(body: unknown): RequestInit {
  if (body === undefined) return {};
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

async function request<Schema extends z.ZodType>(
  path: string,
  init: RequestInit,
  schema: Schema,
): Promise<z.output<Schema>> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch((cause: unknown) => {
    throw new RequestFailure(0, { code: 'network/unreachable', message: t.unreachable }, { cause });
  });
  const text = await response.text();
  if (!response.ok) throw new RequestFailure(response.status, problemOf(response.status, text));
  const parsed = schema.safeParse(readJson(text));
  if (parsed.success) return parsed.data;
  throw new RequestFailure(
    response.status,
    { code: 'network/unreadable', message: t.unreadable(path) },
    { cause: parsed.error },
  );
}

function problemOf(status: number, text: string): Problem {
  const problem = problemSchema.safeParse(readJson(text));
  return problem.success ? problem.data : { code: `http/${status}`, message: t.httpStatus(status) };
}

function readJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // the schema then says that this is not what was expected
    return text;
  }
}
