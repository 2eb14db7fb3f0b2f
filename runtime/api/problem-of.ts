import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { classOf, textOf } from '#dsl/errors/coded-error.ts';
import { errorTable, type ErrorCode } from '#dsl/errors/codes.ts';
import { diagnosticSchema } from '#dsl/errors/diagnostic.ts';
import type { Problem } from '#dsl/protocol/me.ts';

/** Status of the codes that have one of their own; others go by their class. */
const statusByCode: Partial<Record<ErrorCode, number>> = {
  'form/too-large': 413,
  'form/too-quick': 429,
  'request/conflict': 409,
  'request/forbidden': 403,
  'request/invalid': 400,
  'request/not-found': 404,
  'request/not-logged-in': 401,
  'request/password-change-required': 403,
  'request/too-many': 429,
};
const statusByClass = { author: 422, transient: 503, defect: 500 } as const;

const factsSchema = z.object({
  field: z.string().optional(),
  diagnostics: z.array(diagnosticSchema).optional(),
});

/** How anything thrown is answered: status and body. What is our fault is told apart from what the caller can mend. */
export function problemOf(error: unknown): { status: number; problem: Problem } {
  if (hasZodFastifySchemaValidationErrors(error)) return { status: 400, problem: invalidRequest(error) };
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && code in errorTable) return codedProblem(code as ErrorCode, error);
  // PostgreSQL 22P05, 22021: text holds U+0000, which it cannot store.
  if (code === '22P05' || code === '22021')
    return { status: 400, problem: { code: 'request/invalid', message: 'Text must not hold the character U+0000.' } };
  // 22P02: half a character (a lone surrogate); 22003: a number larger than its column takes.
  if (code === '22P02' || code === '22003')
    return {
      status: 400,
      problem: { code: 'request/invalid', message: `A value cannot be stored: ${textOf(error)}.` },
    };
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : undefined;
  if (status !== undefined && status >= 400 && status < 500)
    return { status, problem: { code: codeByStatus[status] ?? 'request/invalid', message: textOf(error) } };
  return { status: 500, problem: { code: 'server/defect', message: 'Something broke here; the log says what.' } };
}

/** What fastify itself refuses: unreadable JSON, a body too large, a media type nobody takes. */
const codeByStatus: Readonly<Record<number, string>> = {
  404: 'request/not-found',
  413: 'request/too-large',
  415: 'request/media-type',
  429: 'request/too-many',
};

function codedProblem(code: ErrorCode, error: unknown): { status: number; problem: Problem } {
  const facts = factsSchema.safeParse((error as { facts?: unknown }).facts ?? {}).data ?? {};
  const { field, diagnostics } = facts;
  return {
    status: statusByCode[code] ?? statusByClass[classOf(error)],
    problem: {
      code,
      message: textOf(error),
      ...(field !== undefined && { field }),
      ...(diagnostics !== undefined && { diagnostics }),
    },
  };
}

function invalidRequest(error: {
  validation: readonly { instancePath: string; message?: string | undefined }[];
}): Problem {
  const { validation } = error;
  const [first] = validation;
  const field = first?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  const messages = validation.map(({ instancePath, message }) =>
    [instancePath.slice(1).replaceAll('/', '.'), message ?? ''].filter((part) => part !== '').join(': '),
  );
  return { code: 'request/invalid', message: messages.join('; '), ...(field !== '' && { field }) };
}
