import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Certificate } from './certificate.ts';

/** A mail the sink took. */
interface SunkMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly secure: boolean;
  readonly user: string | undefined;
}

/** What the sink does with the end of a mail: take it, answer a code, never answer, or cut the connection with or without having taken it. */
type SinkAnswer = 'accept' | 'hang' | 'cut' | 'cut-after-accept' | { readonly code: number; readonly text: string };

/** Settings of a sink. */
export interface SinkOptions {
  /** Offers STARTTLS, or begins with TLS when `implicitTls`. */
  readonly tls?: Certificate;
  readonly implicitTls?: boolean;
  /** Wants this log-in before it takes mail. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Addresses that get 550. */
  readonly refuse?: readonly string[];
}

/** An SMTP server that keeps what it is sent. */
export interface SmtpSink {
  readonly port: number;
  readonly mails: readonly SunkMail[];
  /** Answer to the mails from now on; `accept` at first. */
  answer: SinkAnswer;
  /** Resolves once so many mails are there. */
  received(count: number): Promise<readonly SunkMail[]>;
  /** Connections made so far. */
  connections(): number;
  /** Ends every connection, as a server does with idle ones. */
  disconnect(): void;
  stop(): Promise<void>;
}

/** Starts a mail server on a free loopback port that records mail, and fails as it is told to. */
export async function startSmtpSink(options: SinkOptions = {}): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const take = (mail: SunkMail) => {
    mails.push(mail);
    for (const { count, resolve } of waiting) if (mails.length >= count) resolve();
  };
  let connections = 0;
  const server = new SMTPServer({
    ...protocol(options),
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username, password }, _session, done) =>
      username === options.login?.user && password === options.login?.password
        ? done(null, { user: username })
        : done(new Error('wrong user or password')),
    onRcptTo: ({ address }, _session, done) =>
      done(options.refuse?.includes(address) ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of stream) chunks.push(chunk as Buffer);
      } catch (error) {
        // the client was killed in the middle of a mail: there is nobody left to answer
        done(error instanceof Error ? error : null);
        return;
      }
      const { mailFrom, rcptTo } = session.envelope;
      const mail = {
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        raw: Buffer.concat(chunks).toString('utf8'),
        secure: session.secure,
        user: session.user as string | undefined,
      };
      const { answer } = sink;
      if (answer === 'accept' || answer === 'cut-after-accept') take(mail);
      if (answer === 'accept') done();
      else if (typeof answer === 'object') done(Object.assign(new Error(answer.text), { responseCode: answer.code }));
      else if (answer !== 'hang') {
        for (const connection of server.connections) if (connection.session === session) connection.close();
      }
    },
  });
  // a client that goes away is part of what is tested
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listener.once('listening', resolve));
  const address = listener.address();
  const disconnect = () => {
    for (const connection of server.connections) connection.close();
  };
  const sink: SmtpSink = {
    port: typeof address === 'object' && address ? address.port : 0,
    mails,
    answer: 'accept',
    connections: () => connections,
    disconnect,
    received: (count) =>
      new Promise((resolve) => {
        if (mails.length >= count) resolve(mails);
        else waiting.push({ count, resolve: () => resolve(mails) });
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        disconnect();
      }),
  };
  return sink;
}

function protocol({ tls, implicitTls, login }: SinkOptions): SMTPServerOptions {
  const disabled = [...(login ? [] : ['AUTH']), ...(tls ? [] : ['STARTTLS'])];
  return {
    ...tls,
    secure: implicitTls === true,
    disabledCommands: disabled,
    allowInsecureAuth: true,
    authOptional: !login,
    disableReverseLookup: true,
    closeTimeout: 100,
  };
}
