import type { ChatShelf, KeptChat } from './chat-client.ts';

/** Keeps a session in the browser: for the tab, or until it ends when `isLasting`. A browser that keeps nothing has no shelf. */
export function browserShelf(name: string, isLasting: boolean): ChatShelf | undefined {
  const key = `signalbox-chat ${name}`;
  let storage: Storage;
  try {
    storage = isLasting ? localStorage : sessionStorage;
  } catch {
    // forbidden by the person or the page
    return undefined;
  }
  return {
    read() {
      try {
        const kept = JSON.parse(storage.getItem(key) ?? 'null') as KeptChat | null;
        return kept ?? undefined;
      } catch {
        // not written by us
        return undefined;
      }
    },
    write(kept) {
      try {
        if (kept === undefined) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(kept));
      } catch {
        // full: the chat goes on without outliving its page
      }
    },
  };
}
