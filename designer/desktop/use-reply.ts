import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { InteractionDetail } from '#dsl/protocol/interactions.ts';
import { type DraftKeeper, type DraftState, keepDraft, readReplyDraft } from './draft-keeper.ts';
import { withoutMarks } from './filled-in.ts';
import { sendSoon } from './outbox.ts';
import { quoteOriginal } from './quote-original.ts';
import { isBlank, isSameDraft, type ReplyDraft, signatureFor, toServerDraft } from './reply-draft.ts';

/** The draft a reply begins with: what was kept of it, or a fresh one. Read once each time the editor opens. */
export function useFirstDraft(interaction: InteractionDetail): UseQueryResult<ReplyDraft> {
  return useQuery({
    queryKey: ['reply-draft', interaction.id],
    queryFn: ({ signal }) => readReplyDraft(interaction, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** A reply that is being written: what it says, where it is kept, and how it is sent. */
export interface Reply {
  readonly draft: ReplyDraft;
  readonly state: DraftState;
  change(change: Partial<ReplyDraft> | ((draft: ReplyDraft) => Partial<ReplyDraft>)): void;
  /** Hands the reply to the outbox; false while it cannot be sent as it stands. */
  send(options: { readonly queue: string | undefined; readonly keepOpen: boolean }): boolean;
}

/** Holds the reply while it is written, and keeps every change. */
export function useReply(interaction: InteractionDetail, first: ReplyDraft, signature: string): Reply {
  const [draft, setDraft] = useState(first);
  const [state, setState] = useState<DraftState>('empty');
  const latest = useRef(first);
  const keeper = useRef<DraftKeeper>(null);
  const { id } = interaction;
  useEffect(() => {
    const started = keepDraft(id, setState);
    keeper.current = started;
    addEventListener('pagehide', started.flush);
    addEventListener('online', started.flush);
    return () => {
      removeEventListener('pagehide', started.flush);
      removeEventListener('online', started.flush);
      started.stop();
    };
  }, [id]);
  const change = useCallback<Reply['change']>((asked) => {
    const next = { ...latest.current, ...(typeof asked === 'function' ? asked(latest.current) : asked) };
    if (isSameDraft(next, latest.current)) return;
    latest.current = next;
    setDraft(next);
    keeper.current?.keep(next);
  }, []);
  const send: Reply['send'] = ({ queue, keepOpen }) => {
    const kept = toServerDraft(latest.current);
    if (kept === undefined || isBlank(kept.html)) return false;
    keeper.current?.flush();
    // a short message is its words alone
    const isMail = interaction.media !== 'sms';
    const quoted = isMail && latest.current.quotes ? quoteOriginal(interaction) : '';
    const text = withoutMarks(kept.html);
    const html = text + (isMail && latest.current.signs ? signatureFor(text, signature) : '') + quoted;
    // whoever it is forwarded to does not answer the customer
    sendSoon(id, {
      ...kept,
      html,
      requestId: uuid(),
      keepOpen: keepOpen || kept.forwards,
      ...(queue !== undefined && { queue }),
    });
    return true;
  };
  return { draft, state, change, send };
}
