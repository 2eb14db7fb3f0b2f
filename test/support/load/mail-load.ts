import { setTimeout as pause } from 'node:timers/promises';
import { sendSmtp } from '../mail/send-smtp.ts';
import type { WholeProduct } from '../whole-product.ts';

/** Customers who write at a steady rate, each by a mail server that tries again until it is told 250. */
export interface MailLoad {
  /** Message-IDs that got their 250. */
  readonly accepted: ReadonlySet<string>;
  /** Attempts that got something else, or nothing. */
  readonly failures: () => number;
  /** One mail more, at once; answers its sender once it got its 250. */
  writeNow(): Promise<string>;
  /** Begins no more mails; resolves once those begun got their 250. */
  stop(): Promise<void>;
}

/** Between two attempts for the same mail: mail servers wait minutes, tests do not. */
const retryMs = 100;

/** Begins; every mail comes from a customer of its own. */
export function startMailLoad(product: WholeProduct, perSecond: number): MailLoad {
  const accepted = new Set<string>();
  const underWay = new Set<Promise<string>>();
  let [count, failures, isStopping] = [0, 0, false];

  const deliver = async (): Promise<string> => {
    count += 1;
    const from = `customer${count}@load.example`;
    const messageId = `<${count}@load.example>`;
    const mail = { from, to: 'support@abc.example', subject: `Question ${count}`, text: 'Where is it?', messageId };
    for (;;) {
      try {
        await sendSmtp(product.smtpPort, mail);
        accepted.add(messageId);
        return from;
      } catch {
        failures += 1;
        await pause(retryMs);
      }
    }
  };
  const write = (): Promise<string> => {
    const delivery = deliver().finally(() => underWay.delete(delivery));
    underWay.add(delivery);
    return delivery;
  };
  const keepWriting = async (): Promise<void> => {
    const startedAt = performance.now();
    for (let due = 1; !isStopping; due += 1) {
      await pause(Math.max(0, startedAt + (due * 1000) / perSecond - performance.now()));
      // Customers do not know that the product is away, but a mail server has only so many connections.
      if (underWay.size < perSecond) void write();
    }
  };
  const writing = keepWriting();
  return {
    accepted,
    failures: () => failures,
    writeNow: write,
    async stop() {
      isStopping = true;
      await writing;
      await Promise.all(underWay);
    },
  };
}
