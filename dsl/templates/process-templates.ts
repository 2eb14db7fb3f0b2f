import { acknowledgeAndRoute } from './processes/acknowledge-and-route.ts';
import { afterHours } from './processes/after-hours.ts';
import { greetedChat } from './processes/greeted-chat.ts';
import { reviewedReplies } from './processes/reviewed-replies.ts';
import { screenClassifyRoute } from './processes/screen-classify-route.ts';
import type { ProcessTemplate } from './template.ts';

/** What a new process may begin with, beside nothing. */
export const processTemplates = {
  acknowledgeAndRoute,
  screenClassifyRoute,
  afterHours,
  reviewedReplies,
  greetedChat,
} satisfies Readonly<Record<string, ProcessTemplate>>;
