import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { username } from 'better-auth/plugins/username';
import type { Pool } from 'pg';

/** What the account library needs to know of an installation. */
export interface AuthSettings {
  /** Signs session cookies. */
  readonly secret: string;
  /** Cookies travel over TLS only. */
  readonly secureCookies: boolean;
}

/** Days a session lasts without use; each day of use starts them again. */
const sessionDays = 7;
const day = 86_400;

/**
 * better-auth over our database: accounts with a user name and password, sessions in a signed cookie. Its own HTTP routes are
 * not mounted; ours call it. Its tables carry the prefix `auth_`.
 */
export function createAuth(pool: Pool, settings: AuthSettings) {
  return betterAuth({
    appName: 'Signalbox',
    baseURL: 'http://signalbox.internal',
    secret: settings.secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 256 },
    rateLimit: { enabled: false },
    user: {
      modelName: 'auth_users',
      additionalFields: {
        role: { type: 'string', required: true, input: false, defaultValue: 'agent' },
        tenantId: { type: 'string', required: true, input: false, defaultValue: 'default' },
        mustChangePassword: { type: 'boolean', required: true, input: false, defaultValue: true },
        enabled: { type: 'boolean', required: true, input: false, defaultValue: true },
      },
    },
    session: { modelName: 'auth_sessions', expiresIn: sessionDays * day, updateAge: day },
    account: { modelName: 'auth_accounts' },
    verification: { modelName: 'auth_verifications' },
    advanced: {
      cookiePrefix: 'signalbox',
      useSecureCookies: settings.secureCookies,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { disableIpTracking: true },
      // Our own routes check the origin before they call in; the library's check would want every host name configured.
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 64,
        usernameValidator: (name) => /^[a-z0-9._-]+$/.test(name),
        displayUsername: false,
      }),
    ],
  });
}

/** The account library over our database. */
export type Auth = ReturnType<typeof createAuth>;

/** Any constant but that of the schema's migrations: processes that start together migrate one after the other. */
const lockKey = 7_266_345;

/** Brings the account library's tables up to date, once for each of its versions; looking at the schema takes its time. */
export async function migrateAuth(pool: Pool, auth: Auth): Promise<void> {
  const { version } = await auth.$context;
  const name = `better-auth ${version}`;
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const done = await client.query('select 1 from migrations where name = $1', [name]);
    if (done.rowCount !== 0) return;
    const { runMigrations } = await getMigrations(auth.options);
    await runMigrations();
    await client.query('insert into migrations (name) values ($1)', [name]);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
    client.release();
  }
}
