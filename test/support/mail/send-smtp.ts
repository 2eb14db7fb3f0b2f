import nodemailer from 'nodemailer';

/** A mail to send: as nodemailer takes it, or `raw` with an envelope. */
export interface SmtpMail {
  readonly from?: string;
  readonly to?: string | readonly string[];
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly attachments?: readonly { readonly filename: string; readonly content: Buffer | string }[];
  readonly raw?: Buffer | string;
  readonly envelope?: { readonly from: string; readonly to: readonly string[] };
}

/** What the server answered to the mail; the reply begins with its code. */
export interface SmtpAnswer {
  readonly reply: string;
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];
}

/** Sends a mail as any mail program would; rejects with nodemailer's error (`responseCode`) when the server refuses it. */
export async function sendSmtp(port: number, mail: SmtpMail, tls?: { readonly ca: string }): Promise<SmtpAnswer> {
  const transport = nodemailer.createTransport({
    host: tls ? 'localhost' : '127.0.0.1',
    port,
    requireTLS: tls !== undefined,
    ignoreTLS: tls === undefined,
    ...(tls && { tls: { ca: tls.ca } }),
  });
  try {
    const sent = await transport.sendMail(mail as Parameters<typeof transport.sendMail>[0]);
    return { reply: sent.response, accepted: sent.accepted.map(addressOf), rejected: sent.rejected.map(addressOf) };
  } finally {
    transport.close();
  }
}

function addressOf(address: string | { address: string }): string {
  return typeof address === 'string' ? address : address.address;
}
