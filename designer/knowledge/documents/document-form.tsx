import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '../../kit/api.ts';
import { FormBody } from '../../kit/form/form-part.tsx';
import { LeaveGuard } from '../../kit/form/leave-guard.tsx';
import { useObjectForm } from '../../kit/form/use-object-form.ts';
import { DetailPane, SaveBar } from '../../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../../kit/list/use-object-address.ts';
import { lists } from '../../kit/messages/en/lists.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { DeleteKnowledge } from '../delete-knowledge.tsx';
import { useMayChange } from '../knowledge-queries.ts';
import { WhereUsed } from '../where-used.tsx';
import type { DocumentKind } from './document-kind.ts';

/** The form of one document; without `kept` of a new one. */
export function DocumentForm<Line extends { readonly name: string }, Draft extends { readonly name: string }>(props: {
  readonly kind: DocumentKind<Line, Draft>;
  readonly kept?: Draft;
  readonly taken: readonly string[];
  readonly address: ObjectAddress;
}) {
  const { kind, kept, taken, address } = props;
  const { texts, Fields } = kind;
  const client = useQueryClient();
  const mayChange = useMayChange();
  const isKept = kept !== undefined;
  const pathOf = (name: string): string => `${kind.path}/${encodeURIComponent(name)}`;
  const form = useObjectForm<Draft>({
    initial: kept ?? kind.fresh,
    schema: kind.schema,
    body: kind.bodyOf,
    check: (draft) => ({
      ...kind.check?.(draft, isKept),
      ...(!isKept && taken.includes(draft.name) && { name: texts.taken }),
    }),
    name: ({ name }) => name,
    save: (draft) => api.send('PUT', pathOf(draft.name), kind.bodyOf(draft), z.unknown()),
    ...(kind.settled !== undefined && { settled: kind.settled }),
    onSaved: ({ name }) => {
      if (isKept) void client.invalidateQueries({ queryKey: [kind.section, name] });
      void client.invalidateQueries({ queryKey: [kind.section], exact: true }).then(() => isKept || address.open(name));
    },
  });
  const { draft } = form;
  const title = kept?.name ?? texts.create;
  return (
    <DetailPane
      title={title}
      onClose={address.close}
      aside={
        isKept &&
        mayChange && (
          <DeleteKnowledge
            kind={kind.reference}
            name={title}
            path={pathOf(title)}
            list={[kind.section]}
            address={address}
          />
        )
      }
      foot={
        mayChange ? (
          <SaveBar
            isDirty={draft.isDirty}
            isSaving={form.saving.isPending}
            faults={form.faults}
            label={texts.save}
            onDiscard={isKept ? draft.discard : undefined}
            onSave={form.save}
          />
        ) : (
          <Text size="sm">{lists.readOnly}</Text>
        )
      }
    >
      <LeaveGuard name={title} isDirtyNow={draft.isDirtyNow} />
      <FormBody onFrame={form.frame}>
        <ProblemNote error={form.failure} />
        <Fields
          draft={draft.value}
          problems={form.problems}
          onChange={draft.set}
          isKept={isKept}
          disabled={!mayChange}
          settings={() => (form.review() ? kind.bodyOf(draft.value) : undefined)}
        />
        {isKept && kind.reference !== undefined && <WhereUsed kind={kind.reference} name={title} />}
      </FormBody>
    </DetailPane>
  );
}
