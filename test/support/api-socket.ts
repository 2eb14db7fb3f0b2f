import { request } from 'node:http';
import { type ServerMessage, serverMessageSchema } from '#dsl/protocol/desktop.ts';
import type { Caller } from './api.ts';

/** A page's web socket. */
export interface PageSocket {
  subscribe(...streams: string[]): void;
  sendText(text: string): void;
  /** The first message that fits, of those that came or will come; each message is answered once. */
  next<Kind extends ServerMessage['type']>(
    kind: Kind,
    fits?: (message: Extract<ServerMessage, { type: Kind }>) => boolean,
  ): Promise<Extract<ServerMessage, { type: Kind }>>;
  /** Code with which the server closed it. */
  readonly closed: Promise<number>;
  close(): Promise<void>;
}

/** Opens the web socket as the caller. */
export async function openPageSocket(url: string, caller: Caller): Promise<PageSocket> {
  // Node's own client takes headers in place of protocols, which browsers do not.
  const options = { headers: { cookie: caller.cookie } } as unknown as string[];
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/socket`, options);
  const messages: ServerMessage[] = [];
  const waiting = new Set<() => void>();
  socket.addEventListener('message', ({ data }) => {
    messages.push(serverMessageSchema.parse(JSON.parse(String(data))));
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('the web socket was refused')));
  });
  return {
    subscribe: (...streams) => socket.send(JSON.stringify({ type: 'subscribe', streams })),
    sendText: (text) => socket.send(text),
    next: (kind, fits = () => true) =>
      new Promise((resolve) => {
        const look = (): void => {
          const index = messages.findIndex((message) => message.type === kind && fits(message as never));
          if (index < 0) return;
          waiting.delete(look);
          resolve(messages.splice(index, 1)[0] as never);
        };
        waiting.add(look);
        look();
      }),
    closed,
    async close() {
      socket.close();
      await closed;
    },
  };
}

/** Status with which the server refuses a web socket. */
export function refusalOf(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    const key = { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };
    const asked = request(`${url}/api/socket`, { headers: { ...upgrade, ...key, ...headers } });
    asked.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    asked.on('upgrade', () => resolve(101));
    asked.on('error', reject);
    asked.end();
  });
}
