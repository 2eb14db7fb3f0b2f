import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  type InteractionDetail,
  interactionDetailSchema,
  type InteractionPage,
  interactionPageSchema,
} from '#dsl/protocol/interactions.ts';
import { api } from '../kit/api.ts';
import { keyOfInteraction, keyOfList } from './desktop-data.ts';

/** As many messages of a thread, and lines of a contact's history, as are read at once. */
export const longestList = 200;

/** An interaction whole. Remote images come along only once `showImages` says so. */
export function useInteraction(id: string, showImages = false): UseQueryResult<InteractionDetail> {
  return useQuery({
    queryKey: [...keyOfInteraction(id, 'detail'), showImages],
    queryFn: ({ signal }) =>
      api.get(`/api/interactions/${id}${showImages ? '?images=show' : ''}`, interactionDetailSchema, signal),
    // while images are asked for; never another customer's message
    placeholderData: (before) => (before?.id === id ? before : undefined),
    staleTime: 30_000,
  });
}

/** The interactions of a thread, newest first. */
export function useThread(threadId: string): UseQueryResult<InteractionPage> {
  return useList('threadId', threadId);
}

/** The interactions of a contact, newest first. */
export function useContactInteractions(contactId: string): UseQueryResult<InteractionPage> {
  return useList('contactId', contactId);
}

function useList(kind: 'threadId' | 'contactId', id: string): UseQueryResult<InteractionPage> {
  return useQuery({
    queryKey: keyOfList(kind, id),
    queryFn: ({ signal }) =>
      api.get(`/api/interactions?${kind}=${id}&limit=${longestList}`, interactionPageSchema, signal),
  });
}
