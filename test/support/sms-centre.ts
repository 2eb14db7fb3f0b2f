import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import smpp, { type Pdu, type Session } from 'smpp';

/** A message, or a part of one, that the centre was given. */
export interface TakenSms {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly dataCoding: number;
  /** Reference, total and number of a part. */
  readonly part: readonly number[] | undefined;
  readonly wantsReceipt: boolean;
}

/** An SMS centre as an operator has one, of an implementation that is not ours. */
export class SmsCentre {
  readonly port: number;
  readonly taken: TakenSms[] = [];
  /** `command_status` for the next messages, one each; then 0. */
  readonly refusals: number[] = [];
  /** Most messages that were given to it and not answered yet. */
  mostAtOnce = 0;
  #unanswered = 0;
  readonly #sessions: Set<Session>;
  readonly #stop: () => Promise<void>;

  private constructor(port: number, sessions: Set<Session>, stop: () => Promise<void>) {
    this.port = port;
    this.#sessions = sessions;
    this.#stop = stop;
  }

  /** Starts one that lets in `signalbox` with the password `secret`. */
  static async start(port = 0): Promise<SmsCentre> {
    const sessions = new Set<Session>();
    const server = smpp.createServer((session) => {
      for (const bind of ['bind_transceiver', 'bind_transmitter', 'bind_receiver']) {
        session.on(bind, (pdu: Pdu) => {
          const isKnown = pdu.system_id === 'signalbox' && pdu.password === 'secret';
          if (isKnown && bind !== 'bind_transmitter') sessions.add(session);
          session.send(pdu.response({ command_status: isKnown ? 0 : 0x0e, system_id: 'centre' }));
        });
      }
      session.on('submit_sm', (pdu: Pdu) => centre.#take(session, pdu));
      session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
      session.on('unbind', (pdu: Pdu) => session.send(pdu.response()));
      session.on('close', () => sessions.delete(session));
      session.on('error', () => sessions.delete(session));
      all.add(session);
    });
    const all = new Set<Session>();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const centre = new SmsCentre((server.address() as AddressInfo).port, sessions, async () => {
      const closed = once(server, 'close');
      server.close();
      for (const session of all) session.destroy();
      await closed;
    });
    return centre;
  }

  /** Delivers to whoever is bound; answers the `command_status` of the answer. */
  deliver(fields: object): Promise<number> {
    const [session] = this.#sessions;
    if (session === undefined) return Promise.reject(new Error('nobody is bound'));
    return new Promise((resolve) => session.deliver_sm(fields, (answer) => resolve(answer.command_status)));
  }

  /** Whether somebody is bound who takes messages. */
  get isBound(): boolean {
    return this.#sessions.size > 0;
  }

  /** Ends, connections and all. */
  stop(): Promise<void> {
    return this.#stop();
  }

  #take(session: Session, pdu: Pdu): void {
    const status = this.refusals.shift() ?? 0;
    if (status === 0) {
      const { message, udh } = pdu.short_message;
      this.taken.push({
        from: pdu.source_addr,
        to: pdu.destination_addr,
        text: String(message),
        dataCoding: pdu.data_coding,
        part: udh?.[0] && [...udh[0].subarray(-3)],
        wantsReceipt: pdu.registered_delivery === 1,
      });
    }
    this.#unanswered += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#unanswered);
    const answer = pdu.response({ command_status: status, message_id: status === 0 ? `m${this.taken.length}` : '' });
    // in the next turn, so that what came in the same packet counts as under way
    setImmediate(() => {
      this.#unanswered -= 1;
      session.send(answer);
    });
  }
}
