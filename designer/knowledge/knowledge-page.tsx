import {
  IconAward,
  IconCalendarClock,
  IconChartBar,
  IconFilterSearch,
  IconListDetails,
  IconMessage2,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { type Section, SectionedPage } from '../kit/list/sectioned-page.tsx';
import { ToSection } from '../kit/list/to-section.tsx';
import { useObjectAddress } from '../kit/list/use-object-address.ts';
import { knowledge as t } from '../kit/messages/en/knowledge.ts';
import { sections as labels } from '../kit/messages/en/sections.ts';
import { HoursSection } from './hours/hours-section.tsx';
import { ListsSection } from './lists/lists-section.tsx';
import { ModelsSection } from './models/models-section.tsx';
import { ResponsesSection } from './responses/responses-section.tsx';
import { RoutingRulesSection } from './routing-rules/routing-rules-section.tsx';
import { RulesSection } from './rules/rules-section.tsx';

const all: readonly (Section & { readonly page: ComponentType })[] = [
  { key: 'responses', label: labels['responses'] ?? '', icon: IconMessage2, page: ResponsesSection },
  { key: 'screening-rules', label: labels['screening-rules'] ?? '', icon: IconFilterSearch, page: RulesSection },
  { key: 'routing-rules', label: labels['routing-rules'] ?? '', icon: IconAward, page: RoutingRulesSection },
  { key: 'models', label: labels['models'] ?? '', icon: IconChartBar, page: ModelsSection },
  { key: 'lists', label: labels['lists'] ?? '', icon: IconListDetails, page: ListsSection },
  { key: 'business-hours', label: labels['business-hours'] ?? '', icon: IconCalendarClock, page: HoursSection },
];

/** What strategies and agents answer with, recognise messages by, and learned. */
export function KnowledgePage() {
  const address = useObjectAddress('knowledge');
  const open = all.find(({ key }) => key === address.section);
  if (open === undefined) return <ToSection area="knowledge" section="responses" />;
  return (
    <SectionedPage area="knowledge" label={t.title} sections={all} open={open.key}>
      <open.page key={open.key} />
    </SectionedPage>
  );
}
