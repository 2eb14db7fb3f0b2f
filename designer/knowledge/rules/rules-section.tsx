import { Button } from '@mantine/core';
import { IconFilterSearch, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ScreeningRuleSummary } from '#dsl/protocol/knowledge.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import type { Column } from '../../kit/list/object-list.tsx';
import { type ObjectAddress, useObjectAddress } from '../../kit/list/use-object-address.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { sections } from '../../kit/messages/en/sections.ts';
import { RelativeTime } from '../../kit/relative-time.tsx';
import classes from '../knowledge.module.css';
import { ruleQuery, rulesQuery, useMayChange } from '../knowledge-queries.ts';
import { ObjectWait } from '../object-wait.tsx';
import { RuleForm } from './rule-form.tsx';

const t = knowledge.rules;

const columns: readonly Column<ScreeningRuleSummary>[] = [
  { key: 'name', label: t.columns.name, width: 'minmax(0, 3fr)', cell: ({ name }) => name, sortBy: ({ name }) => name },
  {
    key: 'order',
    label: t.columns.order,
    width: '80px',
    from: 560,
    cell: ({ order }) => order ?? '–',
    sortBy: ({ order }) => order ?? Number.POSITIVE_INFINITY,
  },
  {
    key: 'state',
    label: t.columns.state,
    width: '100px',
    from: 420,
    cell: ({ enabled }) => (
      <span className={classes.badge} data-tone={enabled ? 'good' : 'plain'}>
        {enabled ? t.on : t.off}
      </span>
    ),
    sortBy: ({ enabled }) => (enabled ? 0 : 1),
  },
  {
    key: 'updated',
    label: t.columns.updated,
    width: '130px',
    from: 660,
    cell: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
    sortBy: ({ updatedAt }) => updatedAt,
  },
];

/** Rules that recognise messages by their words. */
export function RulesSection() {
  const rules = useQuery(rulesQuery);
  const address = useObjectAddress('knowledge');
  const mayChange = useMayChange();
  const create = mayChange && (
    <Button leftSection={<IconPlus size={16} />} onClick={address.create}>
      {t.create}
    </Button>
  );
  return (
    <ListPage
      label={sections['screening-rules'] ?? ''}
      area="knowledge"
      section="screening-rules"
      query={rules}
      columns={columns}
      nameOf={nameOf}
      subtitleOf={patternOf}
      textOf={textOf}
      selected={address.name}
      action={create}
      empty={
        <EmptyState icon={<IconFilterSearch size={26} />} title={t.emptyTitle} action={create}>
          {t.empty}
        </EmptyState>
      }
      detail={rules.data !== undefined && address.isOpen && <Detail rules={rules.data} address={address} />}
    />
  );
}

function Detail(props: { readonly rules: readonly ScreeningRuleSummary[]; readonly address: ObjectAddress }) {
  const { address } = props;
  const name = address.name ?? '';
  const kept = useQuery({ ...ruleQuery(name), enabled: !address.isCreating });
  if (address.isCreating) return <RuleForm key="new" {...props} />;
  if (kept.data !== undefined) return <RuleForm key={name} kept={kept.data} {...props} />;
  return <ObjectWait query={kept} kind={t.kind} name={name} onClose={address.close} />;
}

const nameOf = ({ name }: ScreeningRuleSummary): string => name;
const patternOf = ({ pattern }: ScreeningRuleSummary): string => pattern;
const textOf = ({ name, pattern }: ScreeningRuleSummary): string => `${name} ${pattern}`;
