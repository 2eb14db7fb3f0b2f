/** Owner of files by number. */
export interface Ids {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account PostgreSQL runs under; it refuses to run as root.
 * `self`: whoever started us. `namespace`: root, seen by PostgreSQL as nobody, in a user namespace of its own, so that files
 * stay root's and may lie in root's home. `owner`: the user the data already belongs to. `system-user`: one made for it.
 */
export type Account =
  | { readonly way: 'self' }
  | { readonly way: 'namespace' }
  | { readonly way: 'owner'; readonly ids: Ids }
  | { readonly way: 'system-user' };

/**
 * Account for a server, by who we are (`uid`, undefined where the platform has none), whose data is there already, and
 * whether this machine lets root open a user namespace.
 */
export function chooseAccount(facts: {
  uid: number | undefined;
  dataOwner: Ids | undefined;
  mayUnshare: boolean;
}): Account {
  if (facts.uid !== 0) return { way: 'self' };
  if (facts.dataOwner !== undefined && facts.dataOwner.uid !== 0) return { way: 'owner', ids: facts.dataOwner };
  return facts.mayUnshare ? { way: 'namespace' } : { way: 'system-user' };
}
