import { askService } from './ask-service.ts';
import type { HostCallHandler } from './handler.ts';

/** Asks a database; its rows resume the run. */
export const sqlQuery: HostCallHandler<'sql-query'> = (params, context) =>
  askService(context, { kind: 'sql-query', target: params.dataSource, params });
