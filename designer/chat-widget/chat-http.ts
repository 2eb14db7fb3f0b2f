import type { ChatLogPage, OpenChat } from '#dsl/protocol/chat.ts';

/** A session and what opens it; agents are let in by their cookie, with an empty token. */
export interface ChatKey {
  readonly sessionId: string;
  readonly token: string;
}

/** Below which path sessions are: those of customers, or of people inside. */
export type ChatSide = 'chat/sessions' | 'chats';

/** What the server refused, in its words. */
export class ChatRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'ChatRefusal';
    this.status = status;
  }
}

/** Asking again is in vain: there is no such session, or the token does not open it. */
export function isFinal(error: unknown): boolean {
  return error instanceof ChatRefusal && [401, 403, 404].includes(error.status);
}

/** The chat server's plain HTTP. */
export class ChatHttp {
  readonly #url: string;
  readonly #side: ChatSide;

  constructor(url: string, side: ChatSide = 'chat/sessions') {
    this.#url = url.replace(/\/+$/, '');
    this.#side = side;
  }

  /** Address of the session's web socket. */
  socketUrl(key: ChatKey): string {
    return `${this.#of(key).replace(/^http/, 'ws')}/socket`;
  }

  /** Opens a session. */
  async open(wish: OpenChat): Promise<ChatKey> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.#url}/api/chat/sessions`, {
      method: 'POST',
      headers,
      body: JSON.stringify(wish),
    });
    return (await read(answer)) as ChatKey;
  }

  /** The log after a number; waits so many seconds for something. */
  async log(
    key: ChatKey,
    { since, wait }: { readonly since: number; readonly wait: number },
    signal: AbortSignal,
  ): Promise<ChatLogPage> {
    const url = `${this.#of(key)}/messages?since=${since}&wait=${wait}`;
    return (await read(await fetch(url, { headers: shown(key), signal }))) as ChatLogPage;
  }

  /** Posts to `messages`, `typing` or `close`. */
  async post(key: ChatKey, what: 'messages' | 'typing' | 'close', body?: object): Promise<void> {
    const headers = { ...shown(key), ...(body && { 'content-type': 'application/json' }) };
    await read(
      await fetch(`${this.#of(key)}/${what}`, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) }),
    );
  }

  /** Sends a file. */
  async upload(key: ChatKey, file: File, clientId: string): Promise<void> {
    const body = new FormData();
    body.append('file', file);
    const headers = shown(key);
    await read(await fetch(`${this.#of(key)}/files?clientId=${clientId}`, { method: 'POST', headers, body }));
  }

  /** The bytes of a file. */
  async download(key: ChatKey, id: string): Promise<Blob> {
    const answer = await fetch(`${this.#of(key)}/files/${id}`, { headers: shown(key) });
    if (!answer.ok) await read(answer);
    return answer.blob();
  }

  #of({ sessionId }: ChatKey): string {
    return `${this.#url}/api/${this.#side}/${sessionId}`;
  }
}

function shown({ token }: ChatKey): Record<string, string> {
  return token === '' ? {} : { 'x-chat-token': token };
}

async function read(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (answer.ok) return text === '' ? undefined : JSON.parse(text);
  let message = text;
  try {
    message = (JSON.parse(text) as { message?: string }).message ?? text;
  } catch {
    // a proxy's own page
    message = `The server answered ${answer.status}.`;
  }
  throw new ChatRefusal(answer.status, message);
}
