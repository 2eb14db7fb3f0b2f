import { Button } from '@mantine/core';
import { IconMessage2, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ResponseSummary } from '#dsl/protocol/knowledge.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import type { Column } from '../../kit/list/object-list.tsx';
import { type ObjectAddress, useObjectAddress } from '../../kit/list/use-object-address.ts';
import { forms } from '../../kit/messages/en/forms.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { sections } from '../../kit/messages/en/sections.ts';
import { RelativeTime } from '../../kit/relative-time.tsx';
import classes from '../knowledge.module.css';
import { responseQuery, responsesQuery, useMayChange } from '../knowledge-queries.ts';
import { ObjectWait } from '../object-wait.tsx';
import { ResponseForm } from './response-form.tsx';

const t = knowledge.responses;

const columns: readonly Column<ResponseSummary>[] = [
  { key: 'name', label: t.columns.name, width: 'minmax(0, 3fr)', cell: ({ name }) => name, sortBy: ({ name }) => name },
  {
    key: 'language',
    label: t.columns.language,
    width: '100px',
    from: 520,
    cell: ({ language }) => language,
    sortBy: ({ language }) => language,
  },
  {
    key: 'status',
    label: t.columns.status,
    width: '120px',
    from: 420,
    cell: ({ status }) => (
      <span className={classes.badge} data-tone={status === 'approved' ? 'good' : 'plain'}>
        {forms.choices[status]}
      </span>
    ),
    sortBy: ({ status }) => status,
  },
  {
    key: 'updated',
    label: t.columns.updated,
    width: '130px',
    from: 640,
    cell: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
    sortBy: ({ updatedAt }) => updatedAt,
  },
];

/** The library of texts that strategies and agents answer with. */
export function ResponsesSection() {
  const responses = useQuery(responsesQuery);
  const address = useObjectAddress('knowledge');
  const mayChange = useMayChange();
  const create = mayChange && (
    <Button leftSection={<IconPlus size={16} />} onClick={address.create}>
      {t.create}
    </Button>
  );
  return (
    <ListPage
      label={sections['responses'] ?? ''}
      area="knowledge"
      section="responses"
      query={responses}
      columns={columns}
      nameOf={nameOf}
      subtitleOf={descriptionOf}
      textOf={textOf}
      selected={address.name}
      action={create}
      empty={
        <EmptyState icon={<IconMessage2 size={26} />} title={t.emptyTitle} action={create}>
          {t.empty}
        </EmptyState>
      }
      detail={responses.data !== undefined && address.isOpen && <Detail responses={responses.data} address={address} />}
    />
  );
}

function Detail(props: { readonly responses: readonly ResponseSummary[]; readonly address: ObjectAddress }) {
  const { address } = props;
  const name = address.name ?? '';
  const kept = useQuery({ ...responseQuery(name), enabled: !address.isCreating });
  if (address.isCreating) return <ResponseForm key="new" {...props} />;
  if (kept.data !== undefined) return <ResponseForm key={name} kept={kept.data} {...props} />;
  return <ObjectWait query={kept} kind={t.kind} name={name} onClose={address.close} />;
}

const nameOf = ({ name }: ResponseSummary): string => name;
const descriptionOf = ({ description }: ResponseSummary): string => description;
const textOf = ({ name, description, language }: ResponseSummary): string => `${name} ${description} ${language}`;
