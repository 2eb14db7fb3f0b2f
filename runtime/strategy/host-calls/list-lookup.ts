import { lookUp } from '#dsl/model/list.ts';
import type { HostCallHandler } from './handler.ts';

/** Looks a key up in a list of the tenant. */
export const listLookup: HostCallHandler<'list-lookup'> = async (
  { list: name, key, ignoreCase },
  { run, knowledge },
) => {
  const list = await knowledge.list(run.tenantId, name);
  if (list === undefined) return { error: { code: 'list/no-such-list', message: `There is no list "${name}".` } };
  const values = lookUp(list, key === null ? '' : String(key).trim(), ignoreCase);
  return { result: { found: values !== undefined, values: values ?? {} } };
};
