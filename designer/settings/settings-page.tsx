import {
  IconApps,
  IconDatabase,
  IconDeviceMobileMessage,
  IconForms,
  IconHeadset,
  IconInfoCircle,
  IconKey,
  IconLock,
  IconMailForward,
  IconMailbox,
  IconPlugConnected,
  IconRocket,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
  IconWorld,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Role } from '#dsl/protocol/me.ts';
import { useMe } from '../app/session.ts';
import { type Section, SectionedPage } from '../kit/list/sectioned-page.tsx';
import { ToSection } from '../kit/list/to-section.tsx';
import { useObjectAddress } from '../kit/list/use-object-address.ts';
import { sections as labels } from '../kit/messages/en/sections.ts';
import { settings as t } from '../kit/messages/en/settings.ts';
import { AboutSection } from './about-section.tsx';
import { ActivationsSection } from './activations-section.tsx';
import { DesktopRulesSection } from './desktop-rules-section.tsx';
import { GroupsSection } from './groups-section.tsx';
import { MailboxesSection } from './mailboxes-section.tsx';
import { OpenMediaSection } from './open-media-section.tsx';
import { OutgoingSection } from './outgoing-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { ExternalSection } from './services/external-section.tsx';
import { SecretsSection } from './services/secrets-section.tsx';
import { SourcesSection } from './services/sources-section.tsx';
import { SmsSection } from './sms-section.tsx';
import { SocialSection } from './social-section.tsx';
import { TokensSection } from './tokens-section.tsx';
import { WebFormsSection } from './web-forms/web-forms-section.tsx';
import { WebhooksSection } from './webhooks/webhooks-section.tsx';

interface SettingsSection extends Section {
  readonly roles: readonly Role[];
  readonly page: ComponentType;
}

const all: readonly SettingsSection[] = [
  section('people', IconUsers, ['administrator', 'supervisor'], PeopleSection),
  section('agent-groups', IconUsersGroup, ['administrator', 'supervisor'], GroupsSection),
  section('agent-desktop', IconHeadset, ['administrator', 'supervisor'], DesktopRulesSection),
  section('mailboxes', IconMailbox, ['administrator'], MailboxesSection),
  section('outgoing-mail', IconMailForward, ['administrator'], OutgoingSection),
  section('sms-channels', IconDeviceMobileMessage, ['administrator'], SmsSection),
  section('web-forms', IconForms, ['administrator'], WebFormsSection),
  section('social-accounts', IconWorld, ['administrator'], SocialSection),
  section('open-media', IconApps, ['administrator'], OpenMediaSection),
  section('data-sources', IconDatabase, ['administrator'], SourcesSection),
  section('external-services', IconPlugConnected, ['administrator'], ExternalSection),
  section('secrets', IconLock, ['administrator'], SecretsSection),
  section('activations', IconRocket, ['administrator', 'supervisor'], ActivationsSection),
  section('tokens', IconKey, ['administrator'], TokensSection),
  section('webhooks', IconWebhook, ['administrator'], WebhooksSection),
  section('about', IconInfoCircle, ['administrator', 'supervisor'], AboutSection),
];

/** People, mail, tokens and the installation itself; supervisors see the people. */
export function SettingsPage() {
  const me = useMe();
  const address = useObjectAddress('settings');
  const mine = all.filter(({ roles }) => roles.includes(me.role));
  const open = mine.find(({ key }) => key === address.section);
  if (open === undefined) return <ToSection area="settings" section={mine[0]?.key ?? 'about'} />;
  return (
    <SectionedPage area="settings" label={t.title} sections={mine} open={open.key}>
      <open.page key={open.key} />
    </SectionedPage>
  );
}

function section(key: string, icon: Section['icon'], roles: readonly Role[], page: ComponentType): SettingsSection {
  return { key, label: labels[key] ?? key, icon, roles, page };
}
