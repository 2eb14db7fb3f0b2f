import { TagsInput } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { type List, listSchema } from '#dsl/model/list.ts';
import { type ListSummary, listSummarySchema } from '#dsl/protocol/services.ts';
import { FormPart } from '../../kit/form/form-part.tsx';
import { services } from '../../kit/messages/en/services.ts';
import { RelativeTime } from '../../kit/relative-time.tsx';
import type { DocumentFieldsProps, DocumentKind } from '../documents/document-kind.ts';
import { DocumentSection } from '../documents/document-section.tsx';
import { NameFields } from '../documents/name-fields.tsx';
import { ListItems } from './list-items.tsx';
import type { Item } from './read-rows.ts';
import { inFigures } from '../../kit/messages/in-figures.ts';

const t = services.lists;

interface ListDraft {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly string[];
  readonly items: readonly Item[];
}

const kind: DocumentKind<ListSummary, ListDraft> = {
  area: 'knowledge',
  section: 'lists',
  path: '/api/lists',
  reference: 'list',
  texts: t,
  icon: IconListDetails,
  columns: [
    {
      key: 'name',
      label: t.columns.name,
      width: 'minmax(0, 3fr)',
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      key: 'items',
      label: t.columns.items,
      width: '90px',
      from: 420,
      cell: ({ items }) => inFigures(items),
      sortBy: ({ items }) => items,
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
  subtitleOf: ({ description, columns }) => description || columns.join(', '),
  line: listSummarySchema,
  schema: listSchema,
  kept: listSchema,
  fresh: { name: '', description: '', columns: ['value'], items: [] },
  draftOf: ({ description = '', ...list }: List) => ({ ...list, description }),
  bodyOf: ({ description, ...list }) => ({ ...list, ...(description !== '' && { description }) }),
  Fields: ListFields,
};

/** Lists of keys with values. */
export function ListsSection() {
  return <DocumentSection kind={kind} />;
}

function ListFields(props: DocumentFieldsProps<ListDraft>) {
  const { draft, problems, onChange, disabled } = props;
  return (
    <>
      <FormPart title={t.parts.what}>
        <NameFields {...props} />
        <TagsInput
          label={t.valueColumns}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          description={t.valueColumnsHint}
          value={[...draft.columns]}
          error={problems['columns']}
          disabled={disabled}
          onChange={(columns) => onChange({ columns })}
        />
      </FormPart>
      <FormPart title={t.parts.items}>
        <ListItems
          columns={draft.columns}
          items={draft.items}
          problem={problems['items']}
          disabled={disabled}
          onChange={(items) => onChange({ items })}
        />
      </FormPart>
    </>
  );
}
