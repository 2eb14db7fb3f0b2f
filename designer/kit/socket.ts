import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import type { Place } from '#dsl/protocol/presence.ts';
import { type clientMessageSchema, type ServerMessage, serverMessageSchema } from '#dsl/protocol/desktop.ts';

/** A stream a page may ask for. */
export type Stream = Extract<z.infer<typeof clientMessageSchema>, { type: 'subscribe' }>['streams'][number];

/** Where the connection to the server stands. */
export type ConnectionState = 'idle' | 'connecting' | 'open' | 'lost';

/** The process a page watches, and what of it minute by minute; null: none. */
export type Watched = Extract<z.infer<typeof clientMessageSchema>, { type: 'watch' }>['watched'];

type Listener = (message: ServerMessage) => void;

const firstDelayMs = 500;
// longer waits only make people reload by hand
const longestDelayMs = 8000;
// under the minute after which proxies drop silent connections
const pingMs = 25_000;

const listeners = new Map<Listener, readonly Stream[]>();
const watchers = new Set<() => void>();
let socket: WebSocket | undefined;
let state: ConnectionState = 'idle';
let delayMs = firstDelayMs;
let timer: ReturnType<typeof setTimeout> | undefined;
let pinger: ReturnType<typeof setInterval> | undefined;
let place: Place | null = null;
let watched: Watched = null;

/**
 * Calls `listener` with each message of these streams while the component is on the page. All parts share one
 * connection, which comes back by itself and subscribes anew; the server sends the whole state after a subscription.
 */
export function useServerMessages(streams: readonly Stream[], listener: Listener): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  const key = streams.join();
  useEffect(() => {
    const call: Listener = (message) => latest.current(message);
    listeners.set(call, key === '' ? [] : (key.split(',') as Stream[]));
    if (socket === undefined) connect();
    else subscribe();
    return () => {
      listeners.delete(call);
      if (listeners.size === 0) disconnect();
      else subscribe();
    };
  }, [key]);
}

/** Tells the server where in a process this page is, null once it has left; told again whenever the connection comes back. */
export function tellPlace(next: Place | null): void {
  place = next;
  send({ type: 'presence', place });
}

/** Tells the server which process this page watches, null once it has stopped; told again whenever the connection comes back. */
export function tellWatched(next: Watched): void {
  watched = next;
  send({ type: 'watch', watched });
}

/** State of the shared connection; changes re-render the caller. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(watch, () => state);
}

function watch(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}

function become(next: ConnectionState): void {
  state = next;
  for (const onChange of watchers) onChange();
}

function connect(): void {
  clearTimeout(timer);
  if (state !== 'lost') become('connecting');
  const opened = new WebSocket(new URL('/api/socket', location.href.replace(/^http/, 'ws')));
  socket = opened;
  opened.addEventListener('open', () => {
    delayMs = firstDelayMs;
    become('open');
    subscribe();
    if (place !== null) send({ type: 'presence', place });
    if (watched !== null) send({ type: 'watch', watched });
    pinger = setInterval(() => send({ type: 'ping' }), pingMs);
  });
  opened.addEventListener('message', (event) => receive(event.data));
  opened.addEventListener('close', () => {
    clearInterval(pinger);
    if (socket !== opened) return;
    socket = undefined;
    if (listeners.size === 0) return;
    become('lost');
    timer = setTimeout(connect, delayMs * (0.75 + Math.random() / 2));
    delayMs = Math.min(delayMs * 2, longestDelayMs);
  });
}

function disconnect(): void {
  clearTimeout(timer);
  const closing = socket;
  socket = undefined;
  closing?.close();
  become('idle');
}

function subscribe(): void {
  send({ type: 'subscribe', streams: [...new Set([...listeners.values()].flat())] });
}

function send(message: z.infer<typeof clientMessageSchema>): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

function receive(data: unknown): void {
  const message = serverMessageSchema.safeParse(readJson(data));
  // a newer server may send what this page does not know yet
  if (!message.success) return;
  for (const listener of listeners.keys()) listener(message.data);
}

function readJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}
