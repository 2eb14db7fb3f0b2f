import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { businessProcessSchema } from '#dsl/document/business-process.ts';
import { agentGroupSchema, personSchema } from '#dsl/protocol/people.ts';
import { processSummarySchema, versionDocumentSchema } from '#dsl/protocol/processes.ts';
import { shownMailboxSchema, shownSmtpOutSchema } from '#dsl/protocol/settings.ts';
import { shownSmsChannelSchema } from '#dsl/protocol/sms-settings.ts';
import { tokenSchema } from '#dsl/protocol/tokens.ts';
import { api } from '../kit/api.ts';

// as often as somebody who has just saved a mailbox looks whether it works
const statusEveryMs = 3000;

/** `GET /api/people`. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => api.get('/api/people', z.array(personSchema), signal),
});

/** `GET /api/agent-groups`. */
export const groupsQuery = queryOptions({
  queryKey: ['agent-groups'],
  queryFn: ({ signal }) => api.get('/api/agent-groups', z.array(agentGroupSchema), signal),
});

/** `GET /api/mailboxes`, again and again: the list shows how each is doing. */
export const mailboxesQuery = queryOptions({
  queryKey: ['mailboxes'],
  queryFn: ({ signal }) => api.get('/api/mailboxes', z.array(shownMailboxSchema), signal),
  refetchInterval: statusEveryMs,
});

/** `GET /api/sms-channels`, again and again: the list shows how each is doing. */
export const smsChannelsQuery = queryOptions({
  queryKey: ['sms-channels'],
  queryFn: ({ signal }) => api.get('/api/sms-channels', z.array(shownSmsChannelSchema), signal),
  refetchInterval: statusEveryMs,
});

/** `GET /api/smtp-out`. */
export const smtpOutQuery = queryOptions({
  queryKey: ['smtp-out'],
  queryFn: ({ signal }) => api.get('/api/smtp-out', shownSmtpOutSchema, signal),
});

/** `GET /api/tokens`. */
export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => api.get('/api/tokens', z.array(tokenSchema), signal),
});

/** Names of the endpoints that all active business processes have for a medium: where its interactions may enter. */
export function useEndpoints(media: 'email' | 'sms'): readonly string[] {
  const endpoints = useQuery({ queryKey: ['endpoints', media], queryFn: ({ signal }) => readEndpoints(media, signal) });
  return endpoints.data ?? [];
}

async function readEndpoints(wanted: string, signal: AbortSignal): Promise<readonly string[]> {
  const processes = await api.get('/api/processes', z.array(processSummarySchema), signal);
  const documents = await Promise.all(
    processes.flatMap(({ name, activeVersion }) =>
      activeVersion === null
        ? []
        : [
            api.get(
              `/api/processes/${encodeURIComponent(name)}/versions/${activeVersion}`,
              versionDocumentSchema,
              signal,
            ),
          ],
    ),
  );
  const names = documents.flatMap(({ document }) => {
    const process = businessProcessSchema.safeParse(document);
    if (!process.success) return [];
    return Object.entries(process.data.endpoints).flatMap(([name, { media }]) => (media === wanted ? [name] : []));
  });
  return [...new Set(names)].toSorted();
}
