import type { Pool } from 'pg';
import { z } from 'zod';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type Role, roleSchema } from '#dsl/protocol/me.ts';
import type { Auth } from './auth.ts';
import { forgetPrinted } from './one-time-password.ts';
import type { Principal } from './principal.ts';

/** A new account: log-in, name and role. */
interface NewAccount {
  readonly userName: string;
  readonly name: string;
  readonly role: Role;
  readonly tenantId: string;
  readonly password: string;
  readonly mustChangePassword: boolean;
}

/** Who logged in, and the cookies that keep it so. */
interface LoggedIn {
  readonly principal: Principal;
  readonly cookies: readonly string[];
}

/** Log-ins of one installation, kept by the account library. */
export interface Accounts {
  /** Throws `request/not-logged-in` when name and password do not belong together or the account is disabled. */
  logIn(userName: string, password: string): Promise<LoggedIn>;
  /** The cookies that end the session of these. */
  logOut(cookie: string): Promise<readonly string[]>;
  /** Who holds these cookies; nobody when the session ended or the account was disabled. */
  whoIs(cookie: string): Promise<LoggedIn | undefined>;
  /** Throws `request/invalid` when `current` is wrong. Ends the other sessions of the account. */
  changePassword(who: Principal, change: { current: string; next: string }): Promise<LoggedIn>;
  /** Answers the account's id. Throws `request/conflict` when the user name is taken. */
  create(account: NewAccount): Promise<string>;
  /** Sets a one-time password and ends the account's sessions. */
  resetPassword(accountId: string, password: string): Promise<void>;
  endSessions(accountId: string): Promise<void>;
  remove(accountId: string): Promise<void>;
}

const userSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  role: roleSchema,
  tenantId: z.string(),
  mustChangePassword: z.boolean(),
  enabled: z.boolean(),
});

/** Accounts over the account library. */
export function createAccounts(pool: Pool, auth: Auth): Accounts {
  return { ...createSessions(pool, auth), ...createRegister(pool, auth) };
}

function createSessions(pool: Pool, auth: Auth): Pick<Accounts, 'logIn' | 'logOut' | 'whoIs' | 'changePassword'> {
  const logIn = async (userName: string, password: string): Promise<LoggedIn> => {
    const refusal = (cause?: unknown) =>
      new CodedError('request/not-logged-in', { reason: 'User name and password do not belong together.' }, { cause });
    const { headers, response } = await auth.api
      .signInUsername({ body: { username: userName, password }, headers: new Headers(), returnHeaders: true })
      .catch((error: unknown) => {
        throw isRefusal(error) ? refusal(error) : error;
      });
    const user = userSchema.parse(response.user);
    if (user.enabled) return { principal: principalOf(user), cookies: headers.getSetCookie() };
    const { internalAdapter } = await auth.$context;
    await internalAdapter.deleteSession(response.token);
    throw refusal();
  };
  return {
    logIn,
    async logOut(cookie) {
      const { headers } = await auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
      return headers.getSetCookie();
    },
    async whoIs(cookie) {
      const { headers, response } = await auth.api.getSession({
        headers: new Headers({ cookie }),
        returnHeaders: true,
      });
      if (response === null) return undefined;
      const user = userSchema.parse(response.user);
      return user.enabled ? { principal: principalOf(user), cookies: headers.getSetCookie() } : undefined;
    },
    async changePassword(who, { current, next }) {
      const { internalAdapter, password } = await auth.$context;
      const account = await internalAdapter.findCredentialAccount(who.id);
      const hash = account?.password ?? '';
      const isRight = hash !== '' && (await password.verify({ hash, password: current }));
      if (!isRight) throw new CodedError('request/invalid', { field: 'current', expected: 'the present password' });
      if (current === next)
        throw new CodedError('request/invalid', { field: 'next', expected: 'another password than the present one' });
      await internalAdapter.updatePassword(who.id, await password.hash(next));
      await internalAdapter.updateUser(who.id, { mustChangePassword: false });
      await internalAdapter.deleteUserSessions(who.id);
      await forgetPrinted(pool, who.tenantId, who.userName);
      return logIn(who.userName, next);
    },
  };
}

function createRegister(pool: Pool, auth: Auth): Pick<Accounts, 'create' | 'resetPassword' | 'endSessions' | 'remove'> {
  return {
    async create(account) {
      const { internalAdapter, password } = await auth.$context;
      const taken = await pool.query('select 1 from auth_users where username = $1', [account.userName]);
      if (taken.rowCount !== 0)
        throw new CodedError('request/conflict', { kind: 'account', name: account.userName, reason: 'exists already' });
      const hash = await password.hash(account.password);
      const { tenantId, role, mustChangePassword, name, userName } = account;
      const user = await internalAdapter.createUser(
        // The library wants an address; what people write to is the agent's own.
        {
          email: `${userName}@accounts.invalid`,
          username: userName,
          name,
          role,
          tenantId,
          mustChangePassword,
          enabled: true,
        },
        { method: 'email-password' },
      );
      await internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: 'credential',
        password: hash,
      });
      return user.id;
    },
    async resetPassword(accountId, next) {
      const { internalAdapter, password } = await auth.$context;
      await internalAdapter.updatePassword(accountId, await password.hash(next));
      await internalAdapter.updateUser(accountId, { mustChangePassword: true });
      await internalAdapter.deleteUserSessions(accountId);
    },
    async endSessions(accountId) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUserSessions(accountId);
    },
    async remove(accountId) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUser(accountId);
    },
  };
}

/** 4xx of the library: what was typed is wrong, nothing is broken. */
function isRefusal(error: unknown): boolean {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500;
}

function principalOf(user: z.infer<typeof userSchema>): Principal {
  const { id, name, role, tenantId, mustChangePassword } = user;
  return { kind: 'person', id, userName: user.username, name, tenantId, roles: [role], mustChangePassword };
}
