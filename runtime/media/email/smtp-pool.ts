import { rootCertificates } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpOutSettings } from '#dsl/model/smtp-out.ts';

/** A connection that is connected and logged in. */
export interface SmtpPoolConnection {
  readonly connection: SMTPConnection;
  /** Mails that were sent over it. */
  sentBefore: number;
}

/** Connections to one SMTP server. */
export interface SmtpPool {
  /** An idle connection or a new one; waits while as many as allowed are at work. Rejects when the server cannot be reached. */
  acquire(): Promise<SmtpPoolConnection>;
  /** Gives a connection back for the next mail. */
  release(connection: SmtpPoolConnection): void;
  /** Ends a connection that failed. */
  discard(connection: SmtpPoolConnection): void;
  close(): void;
}

// many servers allow only so many mails a connection, and count more as abuse
const maxMailsPerConnection = 100;

// below the five minutes RFC 5321 4.5.3.2.7 has servers wait, so that it is mostly we who end it
const idleLimitMs = 60_000;
const connectLimitMs = 30_000;

/**
 * Keeps a few connections open. nodemailer's own pool is not used: it sends a mail again by itself when a connection
 * ends, and it does not tell whether the mail had gone out whole.
 */
export function createSmtpPool(settings: SmtpOutSettings): SmtpPool {
  const idle: { connection: SmtpPoolConnection; timer: NodeJS.Timeout }[] = [];
  const waiting: (() => void)[] = [];
  let atWork = 0;
  let closed = false;

  const leave = () => {
    atWork -= 1;
    waiting.shift()?.();
  };
  const end = ({ connection }: SmtpPoolConnection) => connection.close();
  const forget = (ended: SMTPConnection) => {
    const index = idle.findIndex(({ connection }) => connection.connection === ended);
    if (index >= 0) clearTimeout(idle.splice(index, 1)[0]?.timer);
  };

  return {
    acquire: async () => {
      while (atWork >= settings.maxConnections) await new Promise<void>((resolve) => waiting.push(resolve));
      atWork += 1;
      const kept = idle.pop();
      if (kept) {
        clearTimeout(kept.timer);
        return kept.connection;
      }
      try {
        return { connection: await connect(settings, forget), sentBefore: 0 };
      } catch (error) {
        leave();
        throw error;
      }
    },
    release: (connection) => {
      connection.sentBefore += 1;
      if (closed || connection.sentBefore >= maxMailsPerConnection) connection.connection.quit();
      else {
        const timer = setTimeout(() => {
          forget(connection.connection);
          connection.connection.quit();
        }, idleLimitMs);
        idle.push({ connection, timer: timer.unref() });
      }
      leave();
    },
    discard: (connection) => {
      end(connection);
      leave();
    },
    close: () => {
      closed = true;
      for (const { connection, timer } of idle.splice(0)) {
        clearTimeout(timer);
        connection.connection.quit();
      }
    },
  };
}

function connect(settings: SmtpOutSettings, onEnd: (connection: SMTPConnection) => void): Promise<SMTPConnection> {
  const { host, port, security, user, password, caPem, allowInsecure, timeoutSeconds } = settings;
  const connection = new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: connectLimitMs,
    greetingTimeout: Math.min(connectLimitMs, timeoutSeconds * 1000),
    socketTimeout: timeoutSeconds * 1000,
    tls: { rejectUnauthorized: !allowInsecure, ...(caPem && { ca: [caPem, ...rootCertificates] }) },
  });
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      // first, since closing ends it, which says less
      reject(error);
      connection.close();
    };
    // stays: an error on an idle connection has no other listener and would end the process
    connection.on('error', fail);
    connection.once('end', () => {
      onEnd(connection);
      reject(new Error(`${host}:${port} closed the connection`));
    });
    connection.connect((error) => {
      if (error) fail(error);
      else if (!user) resolve(connection);
      else {
        connection.login({ user, credentials: { user, pass: password ?? '' } }, (refused) => {
          if (refused) fail(refused);
          else resolve(connection);
        });
      }
    });
  });
}
