import type { Acceptance, EmailIntake, ReceivedMail } from '#runtime/media/email/contract.ts';

/** An intake that remembers what it accepted, and by the delivery key or Message-ID what it knows already. */
export interface RecordingIntake extends EmailIntake {
  /** Mails accepted for the first time, in order. */
  readonly accepted: readonly ReceivedMail[];
  /** Every mail offered, duplicates and failures too. */
  readonly offered: readonly ReceivedMail[];
  /** Runs before each acceptance; what it throws fails that acceptance, what it waits for delays it. */
  before: (mail: ReceivedMail) => Promise<void> | void;
  /** Resolves once so many mails are accepted. */
  received(count: number): Promise<readonly ReceivedMail[]>;
  /** Resolves once so many mails were offered and answered, well or badly. */
  answered(count: number): Promise<void>;
}

/** Makes an intake without a database. */
export function recordingIntake(): RecordingIntake {
  const accepted: ReceivedMail[] = [];
  const offered: ReceivedMail[] = [];
  let answers = 0;
  const waiting = new Set<() => void>();
  const until = (reached: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!reached()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  const answer = () => {
    answers += 1;
    for (const check of waiting) check();
  };
  const intake: RecordingIntake = {
    accepted,
    offered,
    before: () => undefined,
    received: async (count) => {
      await until(() => accepted.length >= count);
      return accepted;
    },
    answered: (count) => until(() => answers >= count),
    accept: async (mail): Promise<Acceptance> => {
      offered.push(mail);
      try {
        await intake.before(mail);
        const earlier = accepted.findIndex((other) => isSame(mail, other));
        if (earlier < 0) accepted.push(mail);
        return { interactionId: String(earlier < 0 ? accepted.length : earlier + 1), duplicate: earlier >= 0 };
      } finally {
        answer();
      }
    },
    known: async (tenantId, keys) =>
      new Set(keys.filter((key) => accepted.some((mail) => mail.tenantId === tenantId && mail.deliveryKey === key))),
  };
  return intake;
}

function isSame(mail: ReceivedMail, other: ReceivedMail): boolean {
  if (mail.endpoint !== other.endpoint) return false;
  const sameDelivery = mail.deliveryKey !== undefined && mail.deliveryKey === other.deliveryKey;
  return sameDelivery || (mail.parsed.messageId !== undefined && mail.parsed.messageId === other.parsed.messageId);
}
