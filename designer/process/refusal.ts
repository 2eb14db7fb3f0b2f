import { type Diagnostic, diagnosticSchema } from '#dsl/errors/diagnostic.ts';
import { isRequestFailure } from '../kit/api.ts';

/**
 * The errors for which the server refused to activate; empty when it failed for another reason. It knows more than the
 * checks here do: what the tenant's other processes hold.
 */
export function refusalOf(error: unknown): readonly Diagnostic[] {
  if (!isRequestFailure(error)) return [];
  return (error.problem.diagnostics ?? []).flatMap((found) => {
    const { data } = diagnosticSchema.safeParse(found);
    return data?.severity === 'error' ? [data] : [];
  });
}
