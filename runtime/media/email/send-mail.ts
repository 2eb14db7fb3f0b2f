import { Readable } from 'node:stream';
import type { SmtpOutSettings } from '#dsl/model/smtp-out.ts';
import { textOf } from '#dsl/errors/coded-error.ts';
import type { MailEnvelope } from './outgoing-mail.ts';
import { createSmtpPool, type SmtpPool, type SmtpPoolConnection } from './smtp-pool.ts';

/**
 * What became of a mail. `temporary`: not taken, to be tried again. `permanent`: not taken, and it never will be.
 * `uncertain`: the connection ended after the whole mail was sent and before the answer, so it may have been taken;
 * a second attempt must carry the same Message-ID. `reply` is the server's answer, or what went wrong instead.
 */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly reply: string; readonly rejected: readonly string[] }
  | { readonly outcome: 'temporary' | 'permanent' | 'uncertain'; readonly reply: string };

/** Whether a server can be reached with the settings given, and why not. */
export type ServerCheck = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Hands mail to one SMTP server over a few lasting connections. */
export interface MailSender {
  /** Never rejects. With several recipients, `sent` means at least one was taken; `rejected` are the others. */
  send(raw: Buffer, envelope: MailEnvelope): Promise<SendOutcome>;
  /** Connects, encrypts and logs in as the settings say. */
  check(): Promise<ServerCheck>;
  /** Ends idle connections; those at work end with their mail. */
  close(): void;
}

/** Makes a sender; it connects when the first mail is sent. */
export function createMailSender(settings: SmtpOutSettings): MailSender {
  const pool = createSmtpPool(settings);
  return {
    send: (raw, envelope) => send(pool, raw, envelope),
    check: async () => {
      try {
        pool.release(await pool.acquire());
        return { ok: true };
      } catch (error) {
        return { ok: false, reason: textOf(error) };
      }
    },
    close: () => pool.close(),
  };
}

async function send(pool: SmtpPool, raw: Buffer, envelope: MailEnvelope): Promise<SendOutcome> {
  let connection: SmtpPoolConnection;
  try {
    connection = await pool.acquire();
  } catch (error) {
    // a server that is away or does not know our password says nothing about the mail
    return { outcome: 'temporary', reply: textOf(error) };
  }
  const reused = connection.sentBefore > 0;
  const attempt = await transmit(connection, raw, envelope);
  if (attempt.sent) {
    pool.release(connection);
    return attempt.sent;
  }
  pool.discard(connection);
  // a server may end a connection that was idle just as it is used again; then not a byte of the mail has gone out
  if (reused && attempt.taken === 'nothing' && attempt.responseCode === undefined) return send(pool, raw, envelope);
  return { outcome: outcomeOf(attempt), reply: attempt.reply };
}

interface Failure {
  readonly sent?: undefined;
  readonly reply: string;
  readonly responseCode: number | undefined;
  /** How much of the mail the connection has taken from us. */
  readonly taken: 'nothing' | 'part' | 'all';
}

type Attempt = Failure | { readonly sent: SendOutcome };

function transmit({ connection }: SmtpPoolConnection, raw: Buffer, envelope: MailEnvelope): Promise<Attempt> {
  // nodemailer reads the stream only after the server's 354, and sends the final dot only after its end
  const stream = Readable.from(chunksOf(raw), { objectMode: false });
  let ended = false;
  stream.once('end', () => {
    ended = true;
  });
  const to = {
    from: envelope.from,
    to: [...envelope.to],
    size: raw.length,
    use8BitMime: raw.some((byte) => byte > 127),
  };
  return new Promise((resolve) => {
    connection.send(to, stream, (error, info) => {
      if (!error) {
        const rejected = (info?.rejected ?? []).map(String);
        resolve({ sent: { outcome: 'sent', reply: info?.response ?? '', rejected } });
        return;
      }
      const taken = ended ? 'all' : stream.readableDidRead ? 'part' : 'nothing';
      const responseCode =
        'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined;
      resolve({ reply: replyOf(error), responseCode, taken });
    });
  });
}

function outcomeOf({ responseCode, taken }: Failure): 'temporary' | 'permanent' | 'uncertain' {
  if (responseCode === undefined) return taken === 'all' ? 'uncertain' : 'temporary';
  // RFC 4954 6: these are about the log-in, which an operator can put right, and not about the mail
  if ([530, 534, 535, 538].includes(responseCode)) return 'temporary';
  return responseCode >= 500 ? 'permanent' : 'temporary';
}

function replyOf(error: Error): string {
  return 'response' in error && typeof error.response === 'string' && error.response !== ''
    ? error.response
    : error.message;
}

function* chunksOf(raw: Buffer): Generator<Buffer> {
  const chunkBytes = 64 * 1024;
  for (let at = 0; at < raw.length; at += chunkBytes) yield raw.subarray(at, at + chunkBytes);
}
