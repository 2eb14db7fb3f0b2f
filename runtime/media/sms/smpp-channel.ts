import { setTimeout as pause } from 'node:timers/promises';
import { textOf } from '#dsl/errors/coded-error.ts';
import type { SmsChannelSettings } from '#dsl/model/sms-channel.ts';
import type { SmsIntake, Submission } from './contract.ts';
import type { Delivered, Outgoing } from './short-message.ts';
import { type BindKind, SmppConnection, type SmppTimers } from './smpp-connection.ts';

/** What a channel works with. */
export interface SmppChannelOptions {
  readonly tenantId: string;
  readonly settings: SmsChannelSettings;
  readonly intake: SmsIntake;
  /** Told of what could not be taken and why the centre cannot be reached; a reason once. */
  readonly onProblem: (reason: string) => void;
  readonly timers?: SmppTimers;
  /** First wait after a connection ended; it doubles up to a minute. */
  readonly retryMs?: number;
}

/** How a channel is doing, for the settings page. */
export interface SmppChannelState {
  readonly status: 'connecting' | 'connected' | 'failing' | 'stopped';
  readonly reason: string | undefined;
  /** Messages and parts since the start. */
  readonly received: number;
  readonly sent: number;
}

const usualTimers: SmppTimers = { answerMs: 10_000, enquireMs: 30_000 };
const maxRetryMs = 60_000;

/** Keeps the connections of a channel to its SMS centre, as a transceiver or as a pair, and connects again for ever. */
export class SmppChannel {
  readonly settings: SmsChannelSettings;
  readonly #options: SmppChannelOptions;
  readonly #ending = new AbortController();
  readonly #connections = new Map<BindKind, SmppConnection>();
  readonly #reasons = new Map<BindKind, string>();
  readonly #running: Promise<unknown>;
  readonly #kinds: readonly BindKind[];
  #received = 0;
  #sent = 0;
  #nextAt = 0;

  constructor(options: SmppChannelOptions) {
    this.#options = options;
    this.settings = options.settings;
    this.#kinds = options.settings.bind === 'pair' ? ['transmitter', 'receiver'] : ['transceiver'];
    this.#running = Promise.all(this.#kinds.map((kind) => this.#keep(kind)));
  }

  /** How it is doing. */
  state(): SmppChannelState {
    const [reason] = this.#reasons.values();
    const isUp = this.#kinds.every((kind) => this.#connections.has(kind));
    const status = this.#ending.signal.aborted
      ? 'stopped'
      : isUp
        ? 'connected'
        : reason === undefined
          ? 'connecting'
          : 'failing';
    return { status, reason: isUp ? undefined : reason, received: this.#received, sent: this.#sent };
  }

  /** Submits when window and rate allow. Never rejects. */
  async submit(message: Outgoing): Promise<Submission> {
    const { window, perSecond } = this.settings;
    const now = Date.now();
    const at = Math.max(this.#nextAt, now);
    this.#nextAt = at + 1000 / perSecond;
    if (at > now) await pause(at - now);
    const connection = this.#connections.get('transceiver') ?? this.#connections.get('transmitter');
    if (connection === undefined) return { outcome: 'temporary', reply: 'there is no connection to the SMS centre' };
    while (connection.underWay >= window && !connection.isOver) await connection.moved();
    const answer = await connection.submit(message);
    if (answer.outcome === 'sent') this.#sent += 1;
    return answer;
  }

  /** Says goodbye and stops. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await Promise.all([...this.#connections.values()].map((connection) => connection.close()));
    await this.#running;
  }

  async #keep(kind: BindKind): Promise<void> {
    const { settings, timers = usualTimers, retryMs = 1000 } = this.#options;
    const { signal } = this.#ending;
    let waitMs = retryMs;
    while (!signal.aborted) {
      try {
        const listener = { delivered: (message: Delivered) => this.#take(message) };
        const connection = await SmppConnection.open(settings, kind, timers, listener);
        this.#connections.set(kind, connection);
        this.#reasons.delete(kind);
        waitMs = retryMs;
        if (signal.aborted) await connection.close();
        this.#failed(kind, await connection.ended);
      } catch (error) {
        this.#failed(kind, textOf(error));
      }
      this.#connections.delete(kind);
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
      waitMs = Math.min(waitMs * 2, maxRetryMs);
    }
  }

  #failed(kind: BindKind, reason: string): void {
    if (this.#ending.signal.aborted) return;
    if (this.#reasons.get(kind) !== reason) this.#options.onProblem(reason);
    this.#reasons.set(kind, reason);
  }

  async #take(message: Delivered): Promise<void> {
    const { tenantId, intake, onProblem } = this.#options;
    const { name: channel, endpoint } = this.settings;
    try {
      if (message.kind === 'receipt') await intake.noteReceipt({ tenantId, channel, receipt: message.receipt });
      else {
        const { from, to, text, place } = message;
        await intake.accept({ tenantId, channel, endpoint, from, to, text, place, receivedAt: new Date() });
      }
      this.#received += 1;
    } catch (error) {
      onProblem(textOf(error));
      throw error;
    }
  }
}
