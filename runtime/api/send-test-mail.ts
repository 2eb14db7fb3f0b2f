import { createTransport } from 'nodemailer';
import type { z } from 'zod';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import type { testMailSchema } from '#dsl/protocol/test-bench.ts';

/** Long enough for a server that is busy, short enough for a person who waits. */
const timeoutMs = 15_000;

/** Sends a mail to our own SMTP server as any mail client would. Throws `test-bench/refused` with the server's words. */
export async function sendTestMail(
  { host, port }: { host: string; port: number },
  { from, to, subject, text, html, inReplyTo, headers }: z.output<typeof testMailSchema>,
): Promise<{ messageId: string; reply: string }> {
  const transport = createTransport({
    host,
    port,
    secure: false,
    ignoreTLS: true,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  try {
    const sent = await transport.sendMail({
      from,
      to,
      subject,
      text,
      headers,
      ...(html !== undefined && { html }),
      ...(inReplyTo !== undefined && { inReplyTo, references: inReplyTo }),
    });
    return { messageId: sent.messageId, reply: sent.response };
  } catch (cause) {
    throw new CodedError('test-bench/refused', { server: `${host}:${port}`, reason: textOf(cause) }, { cause });
  } finally {
    transport.close();
  }
}
