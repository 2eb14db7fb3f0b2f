import { skipToken, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { sections } from '../kit/messages/en/sections.ts';
import { shell as t } from '../kit/messages/en/shell.ts';
import { supervisor } from '../kit/messages/en/supervisor.ts';
import { trace } from '../kit/messages/en/trace.ts';

/** One step of the way to the current page. */
export interface Crumb {
  readonly label: string;
  readonly to: string;
}

const labels: Readonly<Record<string, string>> = {
  design: t.areas.design,
  knowledge: t.areas.knowledge,
  desktop: t.areas.desktop,
  supervisor: t.areas.supervisor,
  interactions: t.areas.interactions,
  'test-bench': t.areas.testBench,
  settings: t.areas.settings,
  blocks: t.areas.reference,
  find: t.areas.find,
};

/** The way to the current page, read from its address: areas by their labels, names as people gave them. */
export function useCrumbs(): readonly Crumb[] {
  const { pathname } = useLocation();
  const [area, id] = pathname.split('/').filter((part) => part !== '');
  const subject = useKnownSubject(area === 'interactions' ? id : undefined);
  const crumbs = crumbsOf(pathname);
  return subject === undefined
    ? crumbs
    : crumbs.map((crumb, index) => (index === 1 ? { ...crumb, label: subject } : crumb));
}

/** The subject of an interaction whose page has read it; asks for nothing itself. */
function useKnownSubject(id: string | undefined): string | undefined {
  const { data } = useQuery<{ readonly subject: string }>({ queryKey: tracedKey(id ?? ''), queryFn: skipToken });
  if (id === undefined || data === undefined) return undefined;
  return data.subject === '' ? trace.noSubject : data.subject;
}

/** Under which the page of an interaction keeps it. */
export function tracedKey(id: string): readonly string[] {
  return ['traced', id, 'detail'];
}

/** The way to an address. */
export function crumbsOf(pathname: string): readonly Crumb[] {
  const parts = pathname.split('/').filter((part) => part !== '');
  return parts.map((part, index) => ({
    label: labelOf(parts, index) ?? decode(part),
    to: `/${parts.slice(0, index + 1).join('/')}`,
  }));
}

/** What the app itself named: areas, and the sections of those that are cut into some. */
function labelOf(parts: readonly string[], index: number): string | undefined {
  const [area, section] = parts;
  if (index === 0) return labels[area ?? ''];
  if (index === 1 && area === 'supervisor' && section === 'reports') return supervisor.views.reports;
  const hasSections = area === 'settings' || area === 'knowledge';
  return index === 1 && hasSections ? sections[section ?? ''] : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // a hand-written address with a stray percent sign
    return part;
  }
}
