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
import type { ShownMedium } from '#dsl/protocol/open-media.ts';
import { useOpenMedia } from './media.ts';

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

/** The picture of a medium beside its name; an envelope for one that nobody knows. */
export function MediumIcon({ medium }: { readonly medium: string }) {
  const added = useOpenMedia().find(({ name }) => name === medium)?.icon;
  const Icon = ownIcons[medium] ?? (added === undefined ? IconMail : openIcons[added]);
  return <Icon size={16} aria-hidden />;
}
