import type { PoolClient } from 'pg';
import type { ParamsOf } from '#dsl/blocks/host-calls.ts';
import { requestProblem } from '#dsl/model/external-service.ts';
import { textOf } from '#dsl/errors/coded-error.ts';
import { askHttp } from './http/ask-http.ts';
import { type Authorization, authorizationHeader } from './http/authorization.ts';
import { failed, failedForNow, type ServiceOutcome } from './service-outcome.ts';
import type { ServiceDocuments } from './service-documents.ts';
import { askDataSource } from './sql/ask-data-source.ts';
import type { DataSourcePools } from './sql/data-source-pools.ts';
import { readFault } from './read-fault.ts';
import { maxAnswerBytes } from './http/ask-http.ts';

/** What a service call is carried out with. */
export interface CallDeps {
  readonly documents: ServiceDocuments;
  readonly sources: DataSourcePools;
  /** Hosts at private addresses that whoever runs the installation allows. */
  readonly allowedHosts: readonly string[];
}

/** Kinds of service calls, each the name of its host call. */
export type ServiceKind = 'http-request' | 'sql-query' | 'external-service';

/** Asks a web address. */
export async function callHttp(
  tenantId: string,
  params: ParamsOf<'http-request'>,
  deps: CallDeps,
): Promise<ServiceOutcome> {
  const { method, query, body, secret, secretAs, secretFor, timeoutSeconds, alsoAccept } = params;
  const url = new URL(params.url);
  for (const [key, value] of Object.entries(query)) if (value !== null) url.searchParams.set(key, String(value));
  const shown = await authorize(
    tenantId,
    secret === undefined ? undefined : { secret, secretAs, secretFor },
    url,
    deps,
  );
  if ('problem' in shown) return failed('http/secret', shown.problem);
  const given = Object.fromEntries(Object.entries(params.headers).map(([name, value]) => [name.toLowerCase(), value]));
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  const type =
    text === undefined ? {} : { 'content-type': isJson(text) ? 'application/json' : 'text/plain; charset=utf-8' };
  const headers = { accept: 'application/json, text/*;q=0.9, */*;q=0.1', ...type, ...given, ...shown.headers };
  const limits = { timeoutMs: timeoutSeconds * 1000, maxBytes: maxAnswerBytes, allowedHosts: deps.allowedHosts };
  return askHttp({ request: { method, url, headers, body: text }, alsoAccept }, limits);
}

/** Asks a data source. */
export async function callSql(
  tenantId: string,
  params: ParamsOf<'sql-query'>,
  deps: CallDeps,
): Promise<ServiceOutcome> {
  const source = await deps.documents.dataSource(tenantId, params.dataSource);
  if (source === undefined)
    return failed(
      'service/not-configured',
      `There is no data source "${params.dataSource}"; an administrator sets it up.`,
    );
  const secret = source.secret === undefined ? undefined : await deps.documents.secret(tenantId, source.secret);
  if (source.secret !== undefined && secret === undefined)
    return failed(
      'service/not-configured',
      `Data source "${source.name}" names the secret "${source.secret}", which is not there.`,
    );
  if (params.writes && !source.allowWrites)
    return failed('sql/read-only', `Data source "${source.name}" does not allow changes.`);
  let client: PoolClient;
  try {
    client = await deps.sources.of(tenantId, source, secret?.value).connect();
  } catch (error) {
    return failedForNow('sql/unreachable', `"${source.name}" cannot be reached: ${textOf(error)}.`);
  }
  return askDataSource(client, params, params.writes);
}

/** Asks an external service: a JSON object with method, parameters and attached data by POST, answered by one with parameters or a fault. */
export async function callExternalService(
  tenantId: string,
  params: ParamsOf<'external-service'>,
  deps: CallDeps,
): Promise<ServiceOutcome> {
  const { method, parameters, userData } = params;
  const service = await deps.documents.externalService(tenantId, params.service);
  if (service === undefined)
    return failed(
      'service/not-configured',
      `There is no external service "${params.service}"; an administrator sets it up.`,
    );
  const problem = requestProblem(service, method, parameters);
  if (problem !== undefined) return failed('service/invalid-request', problem);
  const { url: address, secret, secretAs, secretFor } = service;
  const url = new URL(address);
  const shown = await authorize(
    tenantId,
    secret === undefined ? undefined : { secret, secretAs, secretFor },
    url,
    deps,
  );
  if ('problem' in shown) return failed('service/secret', shown.problem);
  const body = JSON.stringify({
    service: service.name,
    method,
    parameters,
    ...(userData !== undefined && { userData }),
  });
  const headers = { accept: 'application/json', 'content-type': 'application/json', ...shown.headers };
  const timeoutMs = (params.timeoutSeconds ?? service.timeoutSeconds) * 1000;
  const limits = { timeoutMs, maxBytes: maxAnswerBytes, allowedHosts: deps.allowedHosts };
  return readFault(
    await askHttp({ request: { method: 'POST', url, headers, body }, alsoAccept: [] }, limits),
    service.name,
  );
}

async function authorize(
  tenantId: string,
  authorization: Authorization | undefined,
  url: URL,
  { documents }: CallDeps,
) {
  if (authorization === undefined) return { headers: {} };
  return authorizationHeader(authorization, await documents.secret(tenantId, authorization.secret), url);
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
