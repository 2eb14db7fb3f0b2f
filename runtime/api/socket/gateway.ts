import type { WebSocket } from '@fastify/websocket';
import type { FastifyBaseLogger } from 'fastify';
import type { Pool } from 'pg';
import type { ServerMessage } from '#dsl/protocol/desktop.ts';
import { connectDesktop, disconnectDesktop, keepDesktops } from '#runtime/agent/desktop-connection.ts';
import { desktopState } from '#runtime/agent/desktop-state.ts';
import { countInteractions } from '#runtime/interaction/counts.ts';
import type { Signal } from '#runtime/store/signal.ts';
import type { Principal } from '#runtime/tenant/principal.ts';
import { agentsOfOwners } from '#runtime/interaction/workbin-owner.ts';
import { Latest } from './latest.ts';
import { Presence } from './presence.ts';
import { SocketConnection, type Stream } from './socket-connection.ts';
import { TrafficWatch } from './traffic-watch.ts';

/** Counts reach a page once a second at most: faster than that nobody reads. */
const countsMs = 1000;
/** Counts are looked at this often without any hint, since hints may be lost. */
const countsAnywayMs = 3000;
/** Changed interactions are told four times a second at most. */
const interactionsMs = 250;
/** How often a connection proves that it is alive, and its row in the database with it. */
const heartbeatMs = 15_000;
/** Most ids in one message; a page that shows fewer lines reads its list again anyway. */
const maxIds = 500;

/** What a gateway works with. */
export interface GatewayDeps {
  readonly pool: Pool;
  readonly log: FastifyBaseLogger;
}

/** Holds the web sockets of pages and keeps them up to date. */
export class Gateway {
  readonly #deps: GatewayDeps;
  readonly #connections = new Map<SocketConnection, () => Promise<Principal | undefined>>();
  readonly #desktops: Latest<string>;
  readonly #counts: Latest<string>;
  readonly #lastCounts = new Map<string, { text: string; at: number; restMs: number }>();
  readonly #dirtyCounts = new Set<string>();
  readonly #changed = new Map<string, Set<string>>();
  /** Owners of workbins that changed, by tenant. */
  readonly #workbins = new Map<string, Set<string>>();
  readonly #presence: Presence;
  readonly #traffic: TrafficWatch;
  readonly #timers: NodeJS.Timeout[];

  constructor(deps: GatewayDeps) {
    this.#deps = deps;
    const onError = (error: unknown): void => deps.log.error({ err: error }, 'a page could not be brought up to date');
    this.#desktops = new Latest((agentId) => this.#sendDesktop(agentId), onError);
    this.#counts = new Latest((tenantId) => this.#sendCounts(tenantId), onError);
    this.#presence = new Presence(deps.pool, this.#connections, onError);
    this.#traffic = new TrafficWatch(deps.pool, this.#connections, onError);
    this.#timers = [
      setInterval(() => this.#refreshCounts(), countsMs),
      setInterval(() => this.#flushChanged(), interactionsMs),
      setInterval(() => void this.#flushWorkbins(), interactionsMs),
      setInterval(() => void this.#beat(), heartbeatMs),
    ];
  }

  /** Takes a page's connection. `identify` asks again who holds its session. */
  open(socket: WebSocket, who: Principal, identify: () => Promise<Principal | undefined>): void {
    const connection = new SocketConnection(socket, who);
    this.#connections.set(connection, identify);
    socket.on('message', (data: Buffer) => {
      const fresh = connection.receive(data.toString('utf8'));
      this.#keepDesktopRow(connection);
      this.#presence.tell(connection);
      this.#traffic.heed(connection);
      for (const stream of fresh) this.#sendFirst(connection, stream);
    });
    socket.on('error', (error: Error) => this.#deps.log.debug({ err: error }, 'a web socket failed'));
    socket.on('close', () => {
      this.#connections.delete(connection);
      this.#presence.leave(connection);
      void this.#leaveDesktop(connection);
    });
  }

  /** Something changed somewhere. */
  onSignal(signal: Signal): void {
    if (signal.kind === 'agent') this.#desktops.ask(signal.agentId);
    if (signal.kind === 'interaction') {
      const ids = this.#changed.get(signal.tenantId) ?? new Set();
      this.#changed.set(signal.tenantId, ids.add(signal.interactionId));
    }
    if (signal.kind === 'workbin')
      this.#workbins.set(signal.tenantId, (this.#workbins.get(signal.tenantId) ?? new Set()).add(signal.owner));
    if (signal.kind === 'presence') this.#presence.hear(signal);
    else this.#dirtyCounts.add(signal.tenantId);
    if (signal.kind === 'process') this.#sendProcess(signal.tenantId, signal.process);
  }

  /** Signals may have been missed: everything is told anew. */
  onReconnect(): void {
    for (const { who } of this.#connections.keys()) {
      this.#desktops.ask(who.id);
      this.#dirtyCounts.add(who.tenantId);
    }
  }

  /** Closes all connections; agents have their grace to come back to another gateway. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#traffic.stop();
    const open = [...this.#connections.keys()];
    this.#connections.clear();
    for (const connection of open) connection.close(1001, 'the server stops');
    await Promise.all(open.map((connection) => this.#leaveDesktop(connection)));
  }

  #sendFirst(connection: SocketConnection, stream: Stream): void {
    const { id, tenantId } = connection.who;
    if (stream === 'desktop') this.#desktops.ask(id);
    if (stream !== 'counts') return;
    this.#lastCounts.delete(tenantId);
    this.#counts.ask(tenantId);
  }

  async #sendDesktop(agentId: string): Promise<void> {
    const open = this.#wanting('desktop').filter(({ who }) => who.id === agentId);
    if (open.length === 0) return;
    const message: ServerMessage = { type: 'desktop', state: await desktopState(this.#deps.pool, agentId) };
    const text = JSON.stringify(message);
    for (const connection of open) connection.send(text);
  }

  #refreshCounts(): void {
    for (const tenantId of new Set(this.#wanting('counts').map(({ who }) => who.tenantId))) {
      const { at, restMs } = this.#lastCounts.get(tenantId) ?? { at: 0, restMs: 0 };
      const age = Date.now() - at;
      if (age < restMs) continue;
      if (this.#dirtyCounts.delete(tenantId) || age > countsAnywayMs) this.#counts.ask(tenantId);
    }
  }

  async #sendCounts(tenantId: string): Promise<void> {
    const began = performance.now();
    const message: ServerMessage = { type: 'counts', counts: await countInteractions(this.#deps.pool, tenantId) };
    // counting a million that wait takes a while: it takes a tenth of one connection's time at most
    const restMs = (performance.now() - began) * 9;
    const text = JSON.stringify(message);
    const isSame = this.#lastCounts.get(tenantId)?.text === text;
    this.#lastCounts.set(tenantId, { text, at: Date.now(), restMs });
    if (isSame) return;
    for (const connection of this.#wanting('counts')) if (connection.who.tenantId === tenantId) connection.send(text);
  }

  #sendProcess(tenantId: string, process: string): void {
    const text = JSON.stringify({ type: 'process', process } satisfies ServerMessage);
    for (const connection of this.#wanting('processes'))
      if (connection.who.tenantId === tenantId) connection.send(text);
  }

  #flushChanged(): void {
    for (const [tenantId, ids] of this.#changed) {
      const message: ServerMessage = { type: 'interactions', ids: [...ids].slice(0, maxIds) };
      const text = JSON.stringify(message);
      for (const connection of this.#wanting('interactions'))
        if (connection.who.tenantId === tenantId) connection.send(text);
    }
    this.#changed.clear();
  }

  /** Tells the agents whose workbins changed, or those of one of whose groups. */
  async #flushWorkbins(): Promise<void> {
    const changed = [...this.#workbins];
    this.#workbins.clear();
    const text = JSON.stringify({ type: 'workbins' } satisfies ServerMessage);
    for (const [tenantId, owners] of changed) {
      const open = this.#wanting('desktop').filter(({ who }) => who.tenantId === tenantId);
      if (open.length === 0) continue;
      const agents = await agentsOfOwners(this.#deps.pool, tenantId, [...owners]).catch((error: unknown) => {
        this.#deps.log.warn({ err: error }, 'changed workbins could not be told; pages read them when they are opened');
        return new Set<string>();
      });
      for (const connection of open) if (agents.has(connection.who.id)) connection.send(text);
    }
  }

  #wanting(stream: Stream): SocketConnection[] {
    return [...this.#connections.keys()].filter((connection) => connection.wants(stream));
  }

  /** A row for each connected desktop: as long as there is one, the agent stays logged in. */
  #keepDesktopRow(connection: SocketConnection): void {
    const { pool, log } = this.#deps;
    const wants = connection.wants('desktop');
    connection.desktopRow = connection.desktopRow
      .then(async (row) => {
        if (wants) return row ?? (await connectDesktop(pool, connection.who.id));
        if (row !== undefined) await disconnectDesktop(pool, row);
        return undefined;
      })
      .catch((error: unknown) => {
        log.error({ err: error }, 'the connection of a desktop could not be noted');
        return undefined;
      });
  }

  async #leaveDesktop(connection: SocketConnection): Promise<void> {
    const { pool, log } = this.#deps;
    const row = await connection.desktopRow;
    connection.desktopRow = Promise.resolve(undefined);
    if (row === undefined) return;
    await disconnectDesktop(pool, row).catch((error: unknown) =>
      log.warn({ err: error }, 'the end of a desktop could not be noted; its silence will tell'),
    );
  }

  async #beat(): Promise<void> {
    const rows: { id: string; agentId: string }[] = [];
    for (const [connection, identify] of this.#connections) {
      connection.checkAlive();
      const row = await connection.desktopRow;
      if (row !== undefined) rows.push({ id: row, agentId: connection.who.id });
      const who = await identify().catch(() => connection.who);
      if (who?.id !== connection.who.id) connection.close(4401, 'the session ended');
    }
    this.#presence.beat([...this.#connections.keys()]);
    await keepDesktops(this.#deps.pool, rows).catch((error: unknown) =>
      this.#deps.log.warn({ err: error }, 'desktops could not be kept; they are asked again soon'),
    );
  }
}
