import { z } from 'zod';
import type { ServiceOutcome } from './service-outcome.ts';
import { failed } from './service-outcome.ts';

const answerSchema = z.union([
  z.object({ parameters: z.record(z.string(), z.json()) }),
  z.object({ fault: z.object({ code: z.union([z.string(), z.number()]).optional(), message: z.string() }) }),
]);

/** What an external service answered, in the words of its protocol: parameters, or a fault with its code and text. */
export function readFault(outcome: ServiceOutcome, service: string): ServiceOutcome {
  if ('error' in outcome)
    return { ...outcome, error: { ...outcome.error, code: outcome.error.code.replace('http/', 'service/') } };
  const { body } = outcome.result as { body: unknown };
  const answer = answerSchema.safeParse(body);
  if (!answer.success) {
    return failed('service/bad-answer', `"${service}" answered neither { parameters } nor { fault: { message } }.`);
  }
  if ('parameters' in answer.data) return { result: { parameters: answer.data.parameters } };
  const { code, message } = answer.data.fault;
  return failed('service/fault', `"${service}": ${message}${code === undefined ? '' : ` (${code})`}`);
}
