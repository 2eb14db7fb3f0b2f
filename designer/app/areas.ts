import {
  IconBook2,
  IconGauge,
  IconHeadset,
  IconInbox,
  IconMailbox,
  IconSettings,
  IconSitemap,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Role } from '#dsl/protocol/me.ts';
import { shell as t } from '../kit/messages/en/shell.ts';

/** An area of the app, as the rail shows it. */
export interface Area {
  readonly path: '/design' | '/knowledge' | '/desktop' | '/supervisor' | '/interactions' | '/test-bench' | '/settings';
  readonly label: string;
  readonly icon: TablerIcon;
  readonly roles: readonly Role[];
}

const areas: readonly Area[] = [
  { path: '/design', label: t.areas.design, icon: IconSitemap, roles: ['administrator', 'designer'] },
  { path: '/desktop', label: t.areas.desktop, icon: IconHeadset, roles: ['administrator', 'supervisor', 'agent'] },
  { path: '/supervisor', label: t.areas.supervisor, icon: IconGauge, roles: ['administrator', 'supervisor'] },
  {
    path: '/interactions',
    label: t.areas.interactions,
    icon: IconInbox,
    roles: ['administrator', 'supervisor', 'designer'],
  },
  { path: '/knowledge', label: t.areas.knowledge, icon: IconBook2, roles: ['administrator', 'designer', 'supervisor'] },
  { path: '/test-bench', label: t.areas.testBench, icon: IconMailbox, roles: ['administrator', 'designer'] },
  { path: '/settings', label: t.areas.settings, icon: IconSettings, roles: ['administrator', 'supervisor'] },
];

/** Areas the role may see, in the order of the rail. The server checks every route anyway. */
export function areasOf(role: Role): readonly Area[] {
  return areas.filter((area) => area.roles.includes(role));
}

/** Where somebody of this role begins. */
export function homeOf(role: Role): Area['path'] {
  if (role === 'agent') return '/desktop';
  return role === 'supervisor' ? '/interactions' : '/design';
}

/** Whether the role may open this address; addresses outside the areas are for everybody. */
export function mayOpen(role: Role, pathname: string): boolean {
  const area = areas.find((candidate) => pathname === candidate.path || pathname.startsWith(`${candidate.path}/`));
  return area === undefined || area.roles.includes(role);
}
