import { type QueryClient, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import type { z } from 'zod';
import {
  type DesktopState,
  desktopStateSchema,
  type placeInWorkbinSchema,
  type transferSchema,
} from '#dsl/protocol/desktop.ts';
import { api } from '../kit/api.ts';
import { messageOf } from '../kit/problem.tsx';
import { useServerMessages } from '../kit/socket.ts';

const desktopKey = ['desktop'] as const;

/** Key of the workbins that the desktop shows. */
export const workbinsKey = ['workbins'] as const;

const interactionKey = 'interaction';
const listKey = 'interactions';

/** What an agent does at the desktop; each is a POST below `/api/desktop` that answers with the new state. */
export type DesktopAct =
  | { readonly path: 'login'; readonly body: { readonly media?: readonly string[] } }
  | { readonly path: 'logout'; readonly body?: undefined }
  | {
      readonly path: 'ready';
      readonly body: { readonly media: string; readonly ready: boolean; readonly reason?: string };
    }
  | { readonly path: 'do-not-disturb'; readonly body: { readonly on: boolean } }
  | { readonly path: `interactions/${string}/accept`; readonly body?: undefined }
  | { readonly path: `interactions/${string}/reject`; readonly body: { readonly reason?: string } }
  | { readonly path: `interactions/${string}/done`; readonly body: { readonly disposition?: string } }
  | { readonly path: `interactions/${string}/place`; readonly body: { readonly queue: string } }
  | { readonly path: `interactions/${string}/workbin`; readonly body: z.input<typeof placeInWorkbinSchema> }
  | { readonly path: `interactions/${string}/pull`; readonly body?: undefined }
  | { readonly path: `interactions/${string}/transfer`; readonly body: z.input<typeof transferSchema> };

/** What the desktop shows, kept current over the web socket; interactions that change are read anew. */
export function useDesktop(): UseQueryResult<DesktopState> {
  const client = useQueryClient();
  useServerMessages(['desktop', 'interactions'], (message) => {
    if (message.type === 'desktop') {
      told += 1;
      client.setQueryData(desktopKey, message.state);
    }
    if (message.type === 'workbins') void client.invalidateQueries({ queryKey: workbinsKey });
    if (message.type === 'interactions') refreshInteractions(client, message.ids);
  });
  return useQuery({
    queryKey: desktopKey,
    queryFn: ({ signal }) => unlessTold(client, () => api.get('/api/desktop', desktopStateSchema, signal)),
  });
}

/** States the web socket has told so far. */
let told = 0;

/**
 * The answer, or what the web socket told while it was under way: an answer may have been read before an invitation that
 * overtook it, and the socket tells of every change.
 */
async function unlessTold(client: QueryClient, ask: () => Promise<DesktopState>): Promise<DesktopState> {
  const before = told;
  const answer = await ask();
  return (told === before ? undefined : client.getQueryData<DesktopState>(desktopKey)) ?? answer;
}

/** Carries out what the agent does, one after the other, and says so when it was refused. */
export function useDesktopAct() {
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'desktop' },
    mutationFn: ({ path, body }: DesktopAct) =>
      unlessTold(client, () => api.send('POST', `/api/desktop/${path}`, body, desktopStateSchema)),
    onSuccess: (state, { path }) => {
      client.setQueryData(desktopKey, state);
      // others may have changed it and noted something since it was here last
      const [, id, act] = path.split('/');
      if (act === 'accept' || act === 'pull') void client.invalidateQueries({ queryKey: [interactionKey, id] });
      void client.invalidateQueries({ queryKey: workbinsKey });
      refreshListsSoon(client);
    },
    onError: (error) => {
      notifications.show({ color: 'red', message: messageOf(error) });
      void client.invalidateQueries({ queryKey: desktopKey });
    },
  });
}

/** What does something at the desktop. */
export type Act = ReturnType<typeof useDesktopAct>;

/** Key of a query over one interaction. */
export function keyOfInteraction(id: string, part: string): readonly string[] {
  return [interactionKey, id, part];
}

/** Key of a query over a list of interactions. */
export function keyOfList(kind: string, id: string): readonly string[] {
  return [listKey, kind, id];
}

/** Reads the desktop and all lists again, after something was done outside the mutations above. */
export function refreshDesktop(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: desktopKey });
  refreshListsSoon(client);
}

function refreshInteractions(client: QueryClient, ids: readonly string[]): void {
  for (const id of ids) void client.invalidateQueries({ queryKey: [interactionKey, id] });
  refreshListsSoon(client);
}

// what left the agent's hands left their sight too: the page closes it first, or it would be asked for in vain
const listDelayMs = 400;
let listTimer: ReturnType<typeof setTimeout> | undefined;

function refreshListsSoon(client: QueryClient): void {
  clearTimeout(listTimer);
  listTimer = setTimeout(() => void client.invalidateQueries({ queryKey: [listKey] }), listDelayMs);
}
