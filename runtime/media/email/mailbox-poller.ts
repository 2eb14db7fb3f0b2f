import type { MailboxSettings } from '#dsl/model/mailbox.ts';
import { textOf } from '#dsl/errors/coded-error.ts';
import type { EmailIntake, IntakeProblem, ProblemListener } from './contract.ts';
import { watchImapFolder } from './imap-fetch.ts';
import { mailboxReason } from './mailbox-reason.ts';
import type { FetchedMail, MailboxSession } from './mailbox-session.ts';
import { parseMail } from './parse-mail.ts';
import { visitPop3Mailbox } from './pop3-fetch.ts';

/** What fetches mail from one mailbox, and where it hands it over. */
export interface MailboxPollerOptions {
  readonly tenantId: string;
  readonly settings: MailboxSettings;
  readonly intake: EmailIntake;
  /** Largest mail fetched, in bytes. */
  readonly maxBytes: number;
  readonly onProblem?: ProblemListener;
  /** First wait after a failure; it doubles up to five minutes. */
  readonly retryMs?: number;
}

/** How a mailbox is doing, for the settings page. */
export interface MailboxState {
  readonly status: 'connecting' | 'watching' | 'failing' | 'stopped';
  /** Mails handed over since the start. */
  readonly fetched: number;
  /** When the mailbox was last looked through. */
  readonly lookedAt: Date | undefined;
  /** Why it fails at the moment. */
  readonly reason: string | undefined;
}

/** Fetches mail until it is stopped. */
export interface MailboxPoller {
  state(): MailboxState;
  /** Finishes the mail under way and leaves the mailbox. */
  stop(): Promise<void>;
}

const maxRetryMs = 5 * 60_000;

// problems remembered so that they are told once; beyond it some are told again
const maxRemembered = 10_000;

/** Watches a mailbox: fetch, hand over, and only then mark, move or delete. It goes on after every failure, more and more slowly. */
export function startMailboxPoller(options: MailboxPollerOptions): MailboxPoller {
  const ending = new AbortController();
  const state: Mutable<MailboxState> = { status: 'connecting', fetched: 0, lookedAt: undefined, reason: undefined };
  const session = openSession(options, ending.signal, state);
  const running = run(options, session, state).finally(() => {
    state.status = 'stopped';
  });
  return {
    state: () => ({ ...state }),
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

async function run(
  options: MailboxPollerOptions,
  session: MailboxSession,
  state: Mutable<MailboxState>,
): Promise<void> {
  const { settings, onProblem, retryMs = 1000 } = options;
  let waitMs = retryMs;
  while (!session.signal.aborted) {
    const lookedAt = state.lookedAt;
    try {
      if (settings.protocol === 'imap') await watchImapFolder(session);
      else if (!(await visitPop3Mailbox(session)).more) await pause(settings.pollSeconds * 1000, session.signal);
    } catch (error) {
      if (session.signal.aborted) return;
      const reason = mailboxReason(error, settings);
      // a server that is away is told once, not at every attempt
      if (reason !== state.reason) onProblem?.({ kind: 'unreachable', mailbox: settings.name, reason });
      state.status = 'failing';
      state.reason = reason;
      waitMs = state.lookedAt === lookedAt ? Math.min(waitMs * 2, maxRetryMs) : retryMs;
      await pause(waitMs, session.signal);
    }
  }
}

function openSession(options: MailboxPollerOptions, signal: AbortSignal, state: Mutable<MailboxState>): MailboxSession {
  const { tenantId, settings, intake, maxBytes, onProblem } = options;
  const reported = new Set<string>();
  // of the mails still in a POP3 mailbox; IMAP's mark or folder tells it by itself
  let handedOver = new Set<string>();
  const report = (problem: Omit<IntakeProblem, 'mailbox'>, key: string) => {
    if (reported.has(`${problem.kind} ${key}`)) return;
    if (reported.size >= maxRemembered) reported.clear();
    reported.add(`${problem.kind} ${key}`);
    onProblem?.({ ...problem, mailbox: settings.name });
  };
  return {
    settings,
    maxBytes,
    signal,
    report,
    looked: () => {
      state.status = 'watching';
      state.lookedAt = new Date();
      state.reason = undefined;
    },
    known: async (keys) => {
      const unsure = keys.filter((key) => !handedOver.has(key));
      const stored = unsure.length > 0 ? await intake.known?.(tenantId, unsure) : undefined;
      handedOver = new Set(keys.filter((key) => handedOver.has(key) || stored?.has(key)));
      return handedOver;
    },
    deliver: async (mail) => {
      try {
        await accept(options, mail);
      } catch (error) {
        report({ kind: 'not-accepted', reason: textOf(error), bytes: mail.raw.length }, mail.deliveryKey ?? 'unnamed');
        return false;
      }
      state.fetched += 1;
      if (mail.deliveryKey !== undefined && settings.protocol === 'pop3') handedOver.add(mail.deliveryKey);
      return true;
    },
  };
}

async function accept({ tenantId, settings, intake }: MailboxPollerOptions, mail: FetchedMail): Promise<void> {
  const { raw, receivedAt, deliveryKey } = mail;
  await intake.accept({
    tenantId,
    endpoint: settings.endpoint,
    mailbox: settings.address,
    raw,
    receivedAt,
    parsed: await parseMail(raw),
    ...(deliveryKey !== undefined && { deliveryKey }),
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
