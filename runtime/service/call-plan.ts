import type { ParamsOf } from '#dsl/blocks/host-calls.ts';
import { hostCallByName } from '#dsl/blocks/host-calls.ts';
import { type CallDeps, callExternalService, callHttp, callSql } from './carry-out-call.ts';
import type { ServiceOutcome } from './service-outcome.ts';
import type { TakenCall } from './take-calls.ts';

/** How a call is carried out, and what may be done when it fails. */
export interface CallPlan {
  /** May be asked twice without doing anything twice (RFC 9110 section 9.2.2). */
  readonly isRepeatable: boolean;
  /** Tries beyond the first. */
  readonly retries: number;
  ask(deps: CallDeps): Promise<ServiceOutcome>;
}

const repeatableMethods = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

/** Reads what a run asked. The parameters were checked when it asked, and have come back from the database. */
export async function planCall(call: TakenCall, deps: CallDeps): Promise<CallPlan> {
  const { tenant_id: tenantId, kind } = call;
  const params: unknown = hostCallByName(kind)?.params.parse(call.params);
  switch (kind) {
    case 'http-request': {
      const given = params as ParamsOf<'http-request'>;
      const isRepeatable = repeatableMethods.has(given.method);
      return { isRepeatable, retries: isRepeatable ? given.retries : 0, ask: () => callHttp(tenantId, given, deps) };
    }
    case 'sql-query': {
      const given = params as ParamsOf<'sql-query'>;
      return { isRepeatable: !given.writes, retries: 0, ask: () => callSql(tenantId, given, deps) };
    }
    case 'external-service': {
      const given = params as ParamsOf<'external-service'>;
      // who sets retries says that the service may be asked the same twice
      const retries = (await deps.documents.externalService(tenantId, given.service))?.retries ?? 0;
      return { isRepeatable: retries > 0, retries, ask: () => callExternalService(tenantId, given, deps) };
    }
  }
}
