import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { webhookDeliverySchema, webhookSchema } from '#dsl/protocol/webhooks.ts';
import { api } from '../../kit/api.ts';

// as often as somebody who has just saved one looks whether it works
const lookEveryMs = 3000;

/** `GET /api/webhooks`, again and again: the list shows how each is doing. */
export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => api.get('/api/webhooks', z.array(webhookSchema), signal),
  refetchInterval: lookEveryMs,
});

/** The last posts of a webhook, again and again. */
export function deliveriesQuery(name: string) {
  return queryOptions({
    queryKey: ['webhook-deliveries', name],
    queryFn: ({ signal }) => api.get(`${webhookPath(name)}/deliveries`, z.array(webhookDeliverySchema), signal),
    refetchInterval: lookEveryMs,
  });
}

/** Address of a webhook in the API. */
export function webhookPath(name: string): string {
  return `/api/webhooks/${encodeURIComponent(name)}`;
}
