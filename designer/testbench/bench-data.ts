import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { type InteractionSummary, interactionPageSchema } from '#dsl/protocol/interactions.ts';
import { type OutgoingMail, outgoingMailSchema, testMailSentSchema } from '#dsl/protocol/test-bench.ts';
import { api } from '../kit/api.ts';
import { useLiveInteractions } from '../trace/use-live-interactions.ts';
import { type CustomerMail, readHeaders } from './customer-mail.ts';

const benchKey = ['test-bench'] as const;
const pageSize = 100;

/** A conversation of a customer, as the test bench shows it. */
export interface Conversation {
  readonly id: string;
  readonly subject: string;
  /** All of it, oldest first. */
  readonly interactions: readonly InteractionSummary[];
}

/** Conversations and outgoing mails, kept current while the page is open. */
export function useBench() {
  const client = useQueryClient();
  useLiveInteractions(() => void client.invalidateQueries({ queryKey: benchKey }));
  const interactions = useInfiniteQuery({
    queryKey: [...benchKey, 'interactions'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam === '' ? '' : `&before=${encodeURIComponent(pageParam)}`;
      return api.get(`/api/interactions?media=email&limit=${pageSize}${before}`, interactionPageSchema, signal);
    },
    getNextPageParam: (page) => page.next,
  });
  const outgoing = useQuery({
    queryKey: [...benchKey, 'outgoing'],
    queryFn: ({ signal }) => api.get('/api/test-bench/outgoing', z.array(outgoingMailSchema), signal),
  });
  return { interactions, outgoing };
}

/** Sends a mail as the customer, and then shows what it became. */
export function useSendMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, address, to, subject, text, html, headers, answers }: CustomerMail) => {
      const read = readHeaders(headers);
      const mail = {
        from: { name, address },
        to,
        subject,
        text,
        headers: 'headers' in read ? read.headers : {},
        ...(html.trim() !== '' && { html }),
        ...(answers !== undefined && { inReplyTo: answers.messageId }),
      };
      return api.send('POST', '/api/test-bench/mail', mail, testMailSentSchema);
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: benchKey }),
  });
}

/** The conversations among interactions that come newest first; the one with the newest message first. */
export function conversationsOf(interactions: readonly InteractionSummary[]): Conversation[] {
  return [...Map.groupBy(interactions, (interaction) => interaction.threadId)].map(([id, members]) => ({
    id,
    subject: members.at(-1)?.subject ?? '',
    interactions: members.toReversed(),
  }));
}

/** Mails that came out, by the interaction they belong to. */
export function byInteraction(mails: readonly OutgoingMail[]): ReadonlyMap<string, OutgoingMail> {
  return new Map(mails.toReversed().map((mail) => [mail.interactionId, mail]));
}
