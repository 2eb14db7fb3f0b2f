import type { z } from 'zod';

type Json = z.core.util.JSONType;

/** What became of a question to a service. `again` says that the same might work in a moment. */
export type ServiceOutcome =
  | { readonly result: Json }
  | { readonly error: { readonly code: string; readonly message: string }; readonly again: boolean };

/** A failure that stays one. */
export function failed(code: string, message: string): ServiceOutcome {
  return { error: { code, message }, again: false };
}

/** A failure that may pass: the service is away, slow or overloaded. */
export function failedForNow(code: string, message: string): ServiceOutcome {
  return { error: { code, message }, again: true };
}
