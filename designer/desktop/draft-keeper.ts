import { z } from 'zod';
import { keptDraftSchema } from '#dsl/protocol/desktop.ts';
import type { InteractionDetail } from '#dsl/protocol/interactions.ts';
import { api, isRequestFailure } from '../kit/api.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { forgetLocally, keepLocally, keysLocally, readLocally } from './kept-locally.ts';
import { freshDraft, fromServerDraft, type ReplyDraft, replyDraftSchema, toServerDraft } from './reply-draft.ts';

/** Where the draft stands; the keys of `t.draft`. */
export type DraftState = 'empty' | 'dirty' | 'saving' | 'saved' | 'local' | 'failed';

/** Keeps one reply: in this browser with every change, on the server a moment later. */
export interface DraftKeeper {
  keep(draft: ReplyDraft): void;
  /** Saves what waits at once. */
  flush(): void;
  /** Ends it, saving what waits unless the draft was given up. */
  stop(): void;
}

const localSchema = z.object({ draft: replyDraftSchema, isSaved: z.boolean() });
const prefix = 'signalbox-draft-';
// long enough to gather a burst of typing, short enough that another browser finds nearly everything
const restMs = 700;
const retryMs = 3000;

/** The draft to go on with: what this browser holds and the server may not have yet, else the server's, else a fresh one. */
export async function readReplyDraft(interaction: InteractionDetail, signal: AbortSignal): Promise<ReplyDraft> {
  const local = readLocally(prefix + interaction.id, localSchema);
  if (local?.isSaved === false) return local.draft;
  const path = `/api/desktop/interactions/${interaction.id}/draft`;
  const { draft } = await api.get(path, keptDraftSchema, signal);
  if (draft === null) return local?.draft ?? freshDraft(interaction);
  return {
    ...fromServerDraft(draft, local?.draft.files ?? [], t.attachedFile),
    quotes: local?.draft.quotes ?? true,
    signs: local?.draft.signs ?? true,
  };
}

/** Whether this browser holds a draft for the interaction. */
export function hasLocalDraft(interactionId: string): boolean {
  return readLocally(prefix + interactionId, localSchema) !== undefined;
}

/** Forgets the draft in this browser; the server's goes with the interaction. */
export function forgetDraft(interactionId: string): void {
  forgetLocally(prefix + interactionId);
}

/** Forgets saved drafts of interactions that are no longer in hand; what the server never got stays. */
export function forgetStaleDrafts(inHand: ReadonlySet<string>): void {
  for (const key of keysLocally(prefix)) {
    if (!inHand.has(key.slice(prefix.length)) && readLocally(key, localSchema)?.isSaved !== false) forgetLocally(key);
  }
}

/** Starts keeping a reply; `onState` hears where it stands. */
export function keepDraft(interactionId: string, onState: (state: DraftState) => void): DraftKeeper {
  let latest: ReplyDraft | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };
  const save = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const draft = latest;
    const body = draft && toServerDraft(draft);
    if (draft === undefined || body === undefined) return;
    onState('saving');
    const path = `/api/desktop/interactions/${interactionId}/draft`;
    const fate = await api.send('PUT', path, body, z.unknown()).then(() => 'saved' as const, fateOf);
    if (latest !== draft) return;
    if (fate === 'saved') {
      latest = undefined;
      keepLocally(prefix + interactionId, { draft, isSaved: true });
      onState('saved');
      return;
    }
    // it is kept here, and tried again until the server answers; a refusal stays one
    onState('local');
    if (fate === 'later' && !isStopped) later(retryMs);
  };
  return {
    keep(draft) {
      latest = draft;
      const isKept = keepLocally(prefix + interactionId, { draft, isSaved: false });
      onState(isKept ? (toServerDraft(draft) === undefined ? 'local' : 'dirty') : 'failed');
      later(restMs);
    },
    flush: () => {
      if (timer !== undefined) void save();
    },
    stop() {
      isStopped = true;
      if (timer !== undefined && readLocally(prefix + interactionId, localSchema) !== undefined) void save();
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

function fateOf(error: unknown): 'later' | 'refused' {
  return isRequestFailure(error) && (error.status === 0 || error.status >= 500) ? 'later' : 'refused';
}
