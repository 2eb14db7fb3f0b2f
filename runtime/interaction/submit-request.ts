import type { z } from 'zod';
import type { submitInteractionSchema } from '#dsl/protocol/interactions.ts';
import type { NewInteraction } from './new-interaction.ts';

/** What an outside program handed in over HTTP, as the way in takes it. */
export function fromRequest(tenantId: string, request: z.output<typeof submitInteractionSchema>): NewInteraction {
  const { endpoint, media, type, subtype, externalId, priority, from, data, subject, text } = request;
  return {
    tenantId,
    endpoint,
    media,
    type,
    subtype,
    onceKeys: externalId === undefined ? [] : [`external ${externalId}`],
    externalId,
    receivedAt: new Date(),
    priority,
    from,
    data,
    message: {
      direction: 'in',
      references: [],
      subject,
      from,
      to: [],
      cc: [],
      bcc: [],
      text,
      headers: [],
      automatic: 'none',
      problems: [],
      attachments: [],
    },
  };
}
