import { IconAward } from '@tabler/icons-react';
import { routingRuleSchema } from '#dsl/model/routing-rule.ts';
import { type RoutingRuleSummary, routingRuleSummarySchema } from '#dsl/protocol/routing-rules.ts';
import { routingRules as t } from '../../kit/messages/en/routing-rules.ts';
import { RelativeTime } from '../../kit/relative-time.tsx';
import type { DocumentKind } from '../documents/document-kind.ts';
import { DocumentSection } from '../documents/document-section.tsx';
import {
  keptRoutingRuleDraft,
  newRoutingRuleDraft,
  routingRuleBody,
  type RoutingRuleDraft,
} from './routing-rule-draft.ts';
import { RoutingRuleFields } from './routing-rule-fields.tsx';

const kind: DocumentKind<RoutingRuleSummary, RoutingRuleDraft> = {
  area: 'knowledge',
  section: 'routing-rules',
  path: '/api/routing-rules',
  reference: 'routing-rule',
  texts: t,
  icon: IconAward,
  columns: [
    {
      key: 'name',
      label: t.columns.name,
      width: 'minmax(0, 3fr)',
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      key: 'kind',
      label: t.columns.kind,
      width: '140px',
      from: 420,
      cell: (line) => t.kinds[line.kind],
      sortBy: (line) => t.kinds[line.kind],
    },
    {
      key: 'updated',
      label: t.columns.updated,
      width: '130px',
      from: 560,
      cell: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
      sortBy: ({ updatedAt }) => updatedAt,
    },
  ],
  subtitleOf: ({ description, kind: of }) => (description === '' ? t.kindHints[of] : description),
  line: routingRuleSummarySchema,
  schema: routingRuleSchema,
  kept: routingRuleSchema,
  fresh: newRoutingRuleDraft,
  draftOf: keptRoutingRuleDraft,
  bodyOf: routingRuleBody,
  Fields: RoutingRuleFields,
};

/** Ways of routing that strategies use by name. */
export function RoutingRulesSection() {
  return <DocumentSection kind={kind} />;
}
