import type { Pool } from 'pg';
import type { ServerMessage } from '#dsl/protocol/desktop.ts';
import { processTraffic } from '#runtime/traffic/process-traffic.ts';
import { TrafficHour } from '#runtime/traffic/traffic-hour.ts';
import type { SocketConnection } from './socket-connection.ts';

/** A page hears of what moves this often at most. */
const turnMs = 1000;
/** The pause after a turn, as a multiple of what the turn took: counting takes a twentieth of one connection's time at most. */
const restShare = 19;

/**
 * Counts what moves through the processes that pages watch, once for all pages of a tenant, and sends it to them. Nobody
 * watches: nothing is counted, nothing is remembered.
 */
export class TrafficWatch {
  readonly #pool: Pool;
  readonly #connections: ReadonlyMap<SocketConnection, unknown>;
  readonly #onError: (error: unknown) => void;
  readonly #turns = new Map<string, NodeJS.Timeout>();
  readonly #sent = new WeakMap<SocketConnection, string>();
  #isStopped = false;

  constructor(pool: Pool, connections: ReadonlyMap<SocketConnection, unknown>, onError: (error: unknown) => void) {
    this.#pool = pool;
    this.#connections = connections;
    this.#onError = onError;
  }

  /** A page may have begun to watch. */
  heed(connection: SocketConnection): void {
    const { tenantId } = connection.who;
    if (connection.watched === undefined || this.#turns.has(tenantId) || this.#isStopped) return;
    this.#plan(new TrafficHour(this.#pool, tenantId), tenantId, 0);
  }

  stop(): void {
    this.#isStopped = true;
    for (const turn of this.#turns.values()) clearTimeout(turn);
  }

  #plan(hour: TrafficHour, tenantId: string, afterMs: number): void {
    if (this.#isStopped) return;
    this.#turns.set(
      tenantId,
      setTimeout(() => void this.#turn(hour, tenantId), afterMs),
    );
  }

  async #turn(hour: TrafficHour, tenantId: string): Promise<void> {
    const began = performance.now();
    try {
      if (this.#watching(tenantId).length === 0) {
        this.#turns.delete(tenantId);
        return;
      }
      const counted = await hour.refresh(new Date());
      const texts = new Map<string, string>();
      for (const connection of this.#watching(tenantId)) {
        const { process, focus } = connection.watched;
        const key = JSON.stringify([process, focus]);
        const text = texts.get(key) ?? textOf(process, processTraffic(counted, process, focus));
        texts.set(key, text);
        if (this.#sent.get(connection) === text) continue;
        this.#sent.set(connection, text);
        connection.send(text);
      }
    } catch (error) {
      this.#onError(error);
    }
    this.#plan(hour, tenantId, Math.max(turnMs, (performance.now() - began) * restShare));
  }

  #watching(tenantId: string) {
    return [...this.#connections.keys()].filter(
      (connection): connection is SocketConnection & { watched: NonNullable<SocketConnection['watched']> } =>
        connection.who.tenantId === tenantId && connection.watched !== undefined,
    );
  }
}

function textOf(process: string, traffic: ReturnType<typeof processTraffic>): string {
  return JSON.stringify({ type: 'traffic', process, traffic } satisfies ServerMessage);
}
