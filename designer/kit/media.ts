import { queryOptions, useQuery } from '@tanstack/react-query';
import {
  IconBrandFacebook,
  IconBrandMastodon,
  IconBrandX,
  IconChecklist,
  IconDeviceMobileMessage,
  IconMail,
  IconMessage,
  IconMessages,
  IconPhone,
  IconRobot,
  IconRss,
  IconStar,
  IconTicket,
  IconVideo,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react';
import { z } from 'zod';
import { type ShownMedium, shownMediumSchema } from '#dsl/protocol/open-media.ts';
import { api } from './api.ts';
import { media as t } from './messages/en/media.ts';

const ownIcons: Readonly<Record<string, TablerIcon>> = {
  chat: IconMessages,
  sms: IconDeviceMobileMessage,
  rssfeed: IconRss,
  mastodon: IconBrandMastodon,
  facebook: IconBrandFacebook,
  twitter: IconBrandX,
};

const openIcons: Readonly<Record<ShownMedium['icon'], TablerIcon>> = {
  message: IconMessage,
  checklist: IconChecklist,
  phone: IconPhone,
  video: IconVideo,
  robot: IconRobot,
  ticket: IconTicket,
  world: IconWorld,
  star: IconStar,
};

/** `GET /api/media`: media that programs have added. They seldom change. */
export const mediaQuery = queryOptions({
  queryKey: ['media'],
  queryFn: ({ signal }) => api.get('/api/media', z.array(shownMediumSchema), signal),
  staleTime: 60_000,
});

/** Media that programs have added; none until they are known. */
export function useOpenMedia(): readonly ShownMedium[] {
  return useQuery(mediaQuery).data ?? [];
}

/** What a social or open medium is called; undefined for those that pages name themselves. */
export function mediumName(medium: string, open: readonly ShownMedium[]): string | undefined {
  return t.names[medium] ?? open.find(({ name }) => name === medium)?.label;
}

/** The picture of a medium; an envelope for one that nobody knows. */
export function mediumIcon(medium: string, open: readonly ShownMedium[]): TablerIcon {
  const own = ownIcons[medium];
  const added = open.find(({ name }) => name === medium)?.icon;
  return own ?? (added === undefined ? IconMail : openIcons[added]);
}
