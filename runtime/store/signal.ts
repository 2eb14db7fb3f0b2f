import type { Pool, PoolClient } from 'pg';
import type { ChatParty } from '#dsl/protocol/chat.ts';
import type { PresentPerson } from '#dsl/protocol/presence.ts';

/**
 * Something changed that other processes show or act on. A signal may be lost (it is only a hint, the database holds the
 * truth): whoever acts on one also looks by itself from time to time.
 */
export type Signal =
  | { readonly kind: 'activation'; readonly tenantId: string; readonly process: string }
  | { readonly kind: 'agent'; readonly tenantId: string; readonly agentId: string }
  | { readonly kind: 'interaction'; readonly tenantId: string; readonly interactionId: string }
  | {
      readonly kind: 'chat';
      readonly tenantId: string;
      readonly sessions: readonly { readonly id: string; readonly seq: number }[];
    }
  | {
      readonly kind: 'chat-typing';
      readonly tenantId: string;
      readonly sessionId: string;
      /** The process that has told its own connections already. */
      readonly origin: string;
      readonly from: ChatParty;
      readonly on: boolean;
    }
  | {
      readonly kind: 'knowledge';
      readonly tenantId: string;
      readonly what: 'response' | 'screening-rule' | 'routing-rule' | 'model' | 'list' | 'business-hours';
    }
  | { readonly kind: 'mailboxes'; readonly tenantId: string }
  /** An event waits for the program of an open medium. */
  | { readonly kind: 'open-media'; readonly tenantId: string }
  | ({ readonly kind: 'presence'; readonly tenantId: string } & (
      | PresentPerson
      | { readonly id: string; readonly place: null }
    ))
  | { readonly kind: 'process'; readonly tenantId: string; readonly process: string }
  | { readonly kind: 'queues'; readonly tenantId: string }
  /** Something waits for an agent; with `groups`, who is a member of which group has changed. */
  | { readonly kind: 'routing'; readonly tenantId: string; readonly groups?: true }
  /** The next moment at which an interaction falls due may have changed. */
  | { readonly kind: 'scheduled'; readonly tenantId: string }
  | { readonly kind: 'services'; readonly tenantId: string }
  /** Short messages wait to be sent. */
  | { readonly kind: 'sms'; readonly tenantId: string }
  | { readonly kind: 'sms-channels'; readonly tenantId: string }
  /** Replies to posts wait to be sent, or social accounts have changed. */
  | { readonly kind: 'social'; readonly tenantId: string }
  | { readonly kind: 'smtp-out'; readonly tenantId: string }
  /** Something came into a workbin of this owner, or left it. */
  | { readonly kind: 'workbin'; readonly tenantId: string; readonly owner: string };

const channel = 'signalbox';

/** Tells all processes. Inside a transaction the signal goes out with its commit. */
export async function publish(client: Pool | PoolClient, signals: readonly Signal[]): Promise<void> {
  if (signals.length === 0) return;
  const texts = [...new Set(signals.map((signal) => JSON.stringify(signal)))];
  await client.query('select pg_notify($1, text) from unnest($2::text[]) as text', [channel, texts]);
}

/** Listens on a connection of its own; reconnects when it breaks and then calls `onReconnect`, since signals may have been missed. */
export async function subscribe(
  pool: Pool,
  listener: (signal: Signal) => void,
  onReconnect: () => void = () => undefined,
): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let client: PoolClient | undefined;
  const connect = async (): Promise<void> => {
    const fresh = await pool.connect();
    fresh.on('notification', (message) => {
      if (message.payload !== undefined) listener(JSON.parse(message.payload) as Signal);
    });
    fresh.on('error', () => {
      // A connection that breaks may say so several times.
      if (client !== fresh) return;
      client = undefined;
      fresh.release(true);
      setTimeout(reconnect, 500).unref();
    });
    try {
      await fresh.query(`listen ${channel}`);
    } catch (error) {
      fresh.release(true);
      throw error;
    }
    if (stopped) fresh.release(true);
    else client = fresh;
  };
  const reconnect = (): void => {
    if (stopped) return;
    connect().then(onReconnect, () => setTimeout(reconnect, 500).unref());
  };
  await connect();
  return {
    stop() {
      stopped = true;
      client?.release(true);
      client = undefined;
      return Promise.resolve();
    },
  };
}
