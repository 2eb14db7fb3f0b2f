import type { Pool } from 'pg';
import type { ServerMessage } from '#dsl/protocol/desktop.ts';
import type { PresentPerson } from '#dsl/protocol/presence.ts';
import { publish, type Signal } from '#runtime/store/signal.ts';
import { Latest } from './latest.ts';
import type { SocketConnection } from './socket-connection.ts';

type PresenceSignal = Extract<Signal, { kind: 'presence' }>;

/** Somebody nobody has heard of for three heartbeats is gone: their gateway was lost without a word. */
const forgottenMs = 45_000;

/**
 * Who is where in which process, across all gateways: each tells of its own pages by signal and hears of all. Nothing of it
 * is stored; a gateway that is new knows everybody after one heartbeat.
 */
export class Presence {
  readonly #pool: Pool;
  readonly #connections: ReadonlyMap<SocketConnection, unknown>;
  readonly #people = new Map<string, { tenantId: string; person: PresentPerson; heardAt: number }>();
  readonly #told = new Map<SocketConnection, string>();
  readonly #telling: Latest<SocketConnection>;

  constructor(pool: Pool, connections: ReadonlyMap<SocketConnection, unknown>, onError: (error: unknown) => void) {
    this.#pool = pool;
    this.#connections = connections;
    this.#telling = new Latest((connection) => this.#publish(connection), onError);
  }

  /** Tells all gateways where a page is, when it has moved. */
  tell(connection: SocketConnection): void {
    const place = JSON.stringify(connection.place ?? null);
    if ((this.#told.get(connection) ?? 'null') === place) return;
    this.#told.set(connection, place);
    this.#telling.ask(connection);
  }

  /** A page has closed. */
  leave(connection: SocketConnection): void {
    connection.place = undefined;
    this.tell(connection);
    this.#told.delete(connection);
  }

  /** Takes note of what a gateway told, and tells the pages that are in the same process. */
  hear(told: PresenceSignal): void {
    const { tenantId, id } = told;
    const before = this.#people.get(id)?.person.place.process;
    if (told.place === null) this.#people.delete(id);
    else {
      const { userName, name, place } = told;
      this.#people.set(id, { tenantId, person: { id, userName, name, place }, heardAt: Date.now() });
    }
    this.#show(tenantId, new Set([before, told.place?.process]));
  }

  /** Repeats where our pages are, and forgets whom nobody repeats. */
  beat(connections: readonly SocketConnection[]): void {
    for (const connection of connections) if (connection.place !== undefined) this.#telling.ask(connection);
    for (const [id, { tenantId, person, heardAt }] of this.#people) {
      if (Date.now() - heardAt < forgottenMs) continue;
      this.#people.delete(id);
      this.#show(tenantId, new Set([person.place.process]));
    }
  }

  #publish({ id, who, place }: SocketConnection): Promise<void> {
    const { tenantId, userName, name } = who;
    const told = place === undefined ? { id, place: null } : { id, userName, name, place };
    return publish(this.#pool, [{ kind: 'presence', tenantId, ...told }]);
  }

  #show(tenantId: string, processes: ReadonlySet<string | undefined>): void {
    for (const process of processes) {
      if (process === undefined) continue;
      const people = [...this.#people.values()]
        .filter((one) => one.tenantId === tenantId && one.person.place.process === process)
        .map(({ person }) => person);
      const text = JSON.stringify({ type: 'presence', process, people } satisfies ServerMessage);
      for (const connection of this.#connections.keys())
        if (connection.who.tenantId === tenantId && connection.place?.process === process) connection.send(text);
    }
  }
}
