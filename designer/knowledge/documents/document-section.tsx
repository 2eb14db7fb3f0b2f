import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '../../kit/api.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { DetailPane } from '../../kit/list/detail-pane.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import { type ObjectAddress, useObjectAddress } from '../../kit/list/use-object-address.ts';
import { lists } from '../../kit/messages/en/lists.ts';
import { sections } from '../../kit/messages/en/sections.ts';
import { useMayChange } from '../knowledge-queries.ts';
import { ObjectWait } from '../object-wait.tsx';
import { DocumentForm } from './document-form.tsx';
import type { DocumentKind } from './document-kind.ts';

/** A section that lists documents of a kind and opens one of them in its form. */
export function DocumentSection<
  Line extends { readonly name: string },
  Draft extends { readonly name: string },
>(props: { readonly kind: DocumentKind<Line, Draft> }) {
  const { kind } = props;
  const { texts, icon: Icon, subtitleOf } = kind;
  const lines = useQuery({
    queryKey: [kind.section],
    queryFn: ({ signal }) => api.get(kind.path, z.array(kind.line), signal),
  });
  const address = useObjectAddress(kind.area);
  const mayChange = useMayChange();
  const create = mayChange && (
    <Button leftSection={<IconPlus size={16} />} onClick={address.create}>
      {texts.create}
    </Button>
  );
  return (
    <ListPage
      label={sections[kind.section] ?? ''}
      area={kind.area}
      section={kind.section}
      query={lines}
      columns={kind.columns}
      nameOf={nameOf}
      subtitleOf={subtitleOf}
      textOf={(line) => `${line.name} ${subtitleOf(line)}`}
      selected={address.name}
      action={create}
      empty={
        <EmptyState icon={<Icon size={26} />} title={texts.emptyTitle} action={create}>
          {texts.empty}
        </EmptyState>
      }
      detail={lines.data !== undefined && address.isOpen && <Detail kind={kind} lines={lines.data} address={address} />}
    />
  );
}

function Detail<Line extends { readonly name: string }, Draft extends { readonly name: string }>(props: {
  readonly kind: DocumentKind<Line, Draft>;
  readonly lines: readonly Line[];
  readonly address: ObjectAddress;
}) {
  const { kind, lines, address } = props;
  const name = address.name ?? '';
  const line = lines.find((one) => one.name === name);
  const own = useQuery({
    queryKey: [kind.section, name],
    queryFn: ({ signal }) => api.get(`${kind.path}/${encodeURIComponent(name)}`, kind.kept ?? z.unknown(), signal),
    enabled: kind.kept !== undefined && !address.isCreating,
    // a form begins with what is kept now
    gcTime: 0,
  });
  const taken = lines.map((one) => one.name);
  if (address.isCreating) return <DocumentForm key="" kind={kind} taken={taken} address={address} />;
  const kept = kind.kept === undefined ? line : own.data;
  if (kept !== undefined) {
    const draft = kind.draftOf(kept as never);
    return <DocumentForm key={name} kind={kind} kept={draft} taken={taken} address={address} />;
  }
  if (kind.kept !== undefined)
    return <ObjectWait query={own} kind={kind.texts.kind} name={name} onClose={address.close} />;
  return (
    <DetailPane title={name} onClose={address.close}>
      <EmptyState title={lists.unknown(kind.texts.kind, name)}>{lists.unknownHelp}</EmptyState>
    </DetailPane>
  );
}

const nameOf = ({ name }: { readonly name: string }): string => name;
