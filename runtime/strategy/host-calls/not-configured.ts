import type { RunFailure } from '#dsl/compile/run-contract.ts';

/** What a block answers whose server this installation does not have. */
export function notConfigured(server: string): { readonly error: RunFailure } {
  const message = `No ${server} is configured in this installation; the block did nothing.`;
  return { error: { code: 'media/not-configured', message } };
}
