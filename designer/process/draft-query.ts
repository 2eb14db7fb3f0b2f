import { queryOptions } from '@tanstack/react-query';
import { processDraftSchema } from '#dsl/protocol/processes.ts';
import { api } from '../kit/api.ts';
import { processKey, processPath } from './process-path.ts';

/** Reads a process with its draft; asked for as soon as an address names it, while its pages are still being loaded. */
export function draftQuery(name: string) {
  return queryOptions({
    queryKey: processKey(name),
    queryFn: ({ signal }) => api.get(processPath(name), processDraftSchema, signal),
  });
}
