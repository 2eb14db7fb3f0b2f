import type { ServiceKind } from '../../service/carry-out-call.ts';
import { newId } from '../../store/new-id.ts';
import type { HostCallContext, Outcome } from './handler.ts';

/** Hands a question to whoever asks services; the run waits for the answer and holds nobody up. */
export function askService(
  { run, call, now }: HostCallContext,
  { kind, target, params }: { readonly kind: ServiceKind; readonly target: string; readonly params: object },
): Outcome<never> {
  run.changes.add('service_calls', {
    id: newId(),
    tenant_id: run.tenantId,
    run_id: run.id,
    seq: call.seq,
    kind,
    target: `${kind} ${target}`,
    params,
    state: 'pending',
    attempts: 0,
    next_at: now,
    created_at: now,
  });
  run.changes.signals.push({ kind: 'services', tenantId: run.tenantId });
  return { wait: true };
}
