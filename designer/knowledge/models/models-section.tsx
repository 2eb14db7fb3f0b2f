import { Button } from '@mantine/core';
import { IconChartBar, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ModelSummary } from '#dsl/protocol/knowledge.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { DetailPane } from '../../kit/list/detail-pane.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import type { Column } from '../../kit/list/object-list.tsx';
import { type ObjectAddress, useObjectAddress } from '../../kit/list/use-object-address.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { lists } from '../../kit/messages/en/lists.ts';
import { sections } from '../../kit/messages/en/sections.ts';
import { RelativeTime } from '../../kit/relative-time.tsx';
import { modelsQuery, useMayChange } from '../knowledge-queries.ts';
import { ModelDetail } from './model-detail.tsx';
import { ModelForm } from './model-form.tsx';
import { ModelState } from './model-state.tsx';
import { inFigures } from '../../kit/messages/in-figures.ts';

const t = knowledge.models;

const columns: readonly Column<ModelSummary>[] = [
  { key: 'name', label: t.columns.name, width: 'minmax(0, 3fr)', cell: ({ name }) => name, sortBy: ({ name }) => name },
  {
    key: 'state',
    label: t.columns.state,
    width: '130px',
    from: 420,
    cell: (model) => <ModelState model={model} />,
    sortBy: ({ state }) => state,
  },
  {
    key: 'examples',
    label: t.columns.examples,
    width: '90px',
    from: 560,
    cell: ({ examples }) => inFigures(examples),
    sortBy: ({ examples }) => examples,
  },
  {
    key: 'accuracy',
    label: t.columns.accuracy,
    width: '100px',
    from: 520,
    cell: ({ quality }) => (quality?.accuracy ? t.percent(quality.accuracy) : t.unknown),
    sortBy: ({ quality }) => quality?.accuracy ?? -1,
  },
  {
    key: 'trainedAt',
    label: t.columns.trainedAt,
    width: '130px',
    from: 680,
    cell: ({ trainedAt }) => (trainedAt === null ? t.unknown : <RelativeTime at={trainedAt} />),
    sortBy: ({ trainedAt }) => trainedAt ?? '',
  },
];

/** Models that tell what a message is about. */
export function ModelsSection() {
  const models = useQuery(modelsQuery);
  const address = useObjectAddress('knowledge');
  const mayChange = useMayChange();
  const create = mayChange && (
    <Button leftSection={<IconPlus size={16} />} onClick={address.create}>
      {t.create}
    </Button>
  );
  return (
    <ListPage
      label={sections['models'] ?? ''}
      area="knowledge"
      section="models"
      query={models}
      columns={columns}
      nameOf={nameOf}
      subtitleOf={subtitleOf}
      textOf={textOf}
      selected={address.name}
      action={create}
      empty={
        <EmptyState icon={<IconChartBar size={26} />} title={t.emptyTitle} action={create}>
          {t.empty}
        </EmptyState>
      }
      detail={models.data !== undefined && address.isOpen && <Detail models={models.data} address={address} />}
    />
  );
}

function Detail(props: { readonly models: readonly ModelSummary[]; readonly address: ObjectAddress }) {
  const { models, address } = props;
  if (address.isCreating) return <ModelForm key="new" {...props} />;
  const model = models.find(({ name }) => name === address.name);
  if (model !== undefined) return <ModelDetail key={model.name} model={model} address={address} />;
  const name = address.name ?? '';
  return (
    <DetailPane title={name} onClose={address.close}>
      <EmptyState title={lists.unknown(t.kind, name)}>{lists.unknownHelp}</EmptyState>
    </DetailPane>
  );
}

const nameOf = ({ name }: ModelSummary): string => name;
const subtitleOf = ({ description, examples }: ModelSummary): string =>
  description === '' ? t.texts(examples) : description;
const textOf = ({ name, description }: ModelSummary): string => `${name} ${description}`;
