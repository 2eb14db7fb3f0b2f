import { describe, expect, it } from 'vitest';
import { chooseAccount } from './choose-account.ts';

const ids = { uid: 998, gid: 997 };

describe('chooseAccount', () => {
  it('is our own for an ordinary user', () => {
    expect(chooseAccount({ uid: 1000, dataOwner: undefined, mayUnshare: true })).toEqual({ way: 'self' });
  });

  it('is our own where the platform has no user numbers', () => {
    expect(chooseAccount({ uid: undefined, dataOwner: undefined, mayUnshare: false })).toEqual({ way: 'self' });
  });

  it('is a user namespace for root where one may be opened', () => {
    expect(chooseAccount({ uid: 0, dataOwner: undefined, mayUnshare: true })).toEqual({ way: 'namespace' });
    expect(chooseAccount({ uid: 0, dataOwner: { uid: 0, gid: 0 }, mayUnshare: true })).toEqual({ way: 'namespace' });
  });

  it('is a system user for root where user namespaces are forbidden', () => {
    expect(chooseAccount({ uid: 0, dataOwner: { uid: 0, gid: 0 }, mayUnshare: false })).toEqual({ way: 'system-user' });
  });

  it('is whoever the data belongs to once that is not root, with or without user namespaces', () => {
    expect(chooseAccount({ uid: 0, dataOwner: ids, mayUnshare: true })).toEqual({ way: 'owner', ids });
    expect(chooseAccount({ uid: 0, dataOwner: ids, mayUnshare: false })).toEqual({ way: 'owner', ids });
  });
});
