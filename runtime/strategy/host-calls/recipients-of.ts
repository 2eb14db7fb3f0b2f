import type { RunFailure } from '#dsl/compile/run-contract.ts';
import type { Address } from '#dsl/protocol/interactions.ts';
import { toAddresses } from './add-outbound-mail.ts';
import type { HostCallContext } from './handler.ts';

/**
 * The addresses of a list, or why it cannot be written to. `outside`: none of them may be one of our own mailboxes, since what is
 * passed on to ourselves would come in again and be passed on for ever.
 */
export async function recipientsOf(
  list: string,
  { run, guard }: HostCallContext,
  { outside }: { readonly outside: boolean },
): Promise<{ readonly to: readonly Address[] } | { readonly error: RunFailure }> {
  const to = toAddresses(list);
  const invalid = to.find(({ address }) => !/^[^@\s]+@[^@\s]+$/.test(address));
  if (to.length === 0 || invalid !== undefined) {
    const message = `"${invalid?.address ?? list}" is not an e-mail address.`;
    return { error: { code: 'mail/no-address', message } };
  }
  if (!outside) return { to };
  const own = new Set([...(await guard.ownAddresses(run.tenantId)), (run.interaction.mailbox ?? '').toLowerCase()]);
  const ours = to.find(({ address }) => own.has(address.toLowerCase()));
  if (ours === undefined) return { to };
  const message = `"${ours.address}" is one of our own mailboxes; what is passed on to it would come in again.`;
  return { error: { code: 'mail/own-address', message } };
}
