import { z } from 'zod';

/** Media types the runtime knows, plus any lower-case name an outside program adds (open media). */
export const mediaTypeSchema = z
  .string()
  // counts and capacities are kept by medium, and every object has a member of that one name
  .regex(/^(?!constructor$)[a-z][a-z0-9-]{0,31}$/, 'a lower-case media type such as email, chat, sms')
  .meta({
    examples: ['email', 'chat', 'sms', 'smssession', 'mms', 'callback', 'twitter', 'facebook', 'rssfeed', 'workitem'],
  });
