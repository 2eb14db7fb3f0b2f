import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { type AgentGroup, agentGroupSchema } from '#dsl/protocol/people.ts';
import { api } from '../kit/api.ts';
import { DeleteButton } from '../kit/form/delete-button.tsx';
import { FormBody, FormPart } from '../kit/form/form-part.tsx';
import { LeaveGuard } from '../kit/form/leave-guard.tsx';
import { useObjectForm } from '../kit/form/use-object-form.ts';
import { DetailPane, SaveBar } from '../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../kit/list/use-object-address.ts';
import { people } from '../kit/messages/en/people.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { MembersField } from './members-field.tsx';
import { groupsQuery, peopleQuery } from './settings-queries.ts';
import { inFigures } from '../kit/messages/in-figures.ts';

const t = people.group;
const pathOf = (name: string): string => `/api/agent-groups/${encodeURIComponent(name)}`;

/** A group with its members; without `kept` a new one. */
export function GroupForm(props: {
  readonly kept?: AgentGroup;
  readonly groups: readonly AgentGroup[];
  readonly address: ObjectAddress;
}) {
  const { kept, groups, address } = props;
  const client = useQueryClient();
  const form = useObjectForm<AgentGroup>({
    initial: kept ?? { name: '', description: '', members: [] },
    schema: agentGroupSchema,
    check: ({ name }) => (kept === undefined && groups.some((group) => group.name === name) ? { name: t.taken } : {}),
    name: ({ name }) => name,
    save: (group) => api.send('PUT', pathOf(group.name), group, agentGroupSchema),
    onSaved: ({ name }) => {
      void client.invalidateQueries(peopleQuery);
      void client.invalidateQueries(groupsQuery).then(() => kept === undefined && address.open(name));
    },
  });
  const { draft, problems } = form;
  const title = kept?.name ?? t.createTitle;
  return (
    <DetailPane
      title={title}
      onClose={address.close}
      aside={kept !== undefined && <DeleteGroup name={kept.name} address={address} />}
      foot={
        <SaveBar
          isDirty={draft.isDirty}
          isSaving={form.saving.isPending}
          faults={form.faults}
          label={t.save}
          onDiscard={kept === undefined ? undefined : draft.discard}
          onSave={form.save}
        />
      }
    >
      <LeaveGuard name={title} isDirtyNow={draft.isDirtyNow} />
      <FormBody onFrame={form.frame}>
        <ProblemNote error={form.failure} />
        <FormPart title={t.parts.what}>
          {kept === undefined && (
            <TextInput
              label={t.name}
              value={draft.value.name}
              error={problems['name']}
              required
              withAsterisk={false}
              onChange={(event) => draft.set({ name: event.currentTarget.value })}
            />
          )}
          <Textarea
            label={t.description}
            value={draft.value.description}
            error={problems['description']}
            autosize
            minRows={2}
            maxRows={6}
            onChange={(event) => draft.set({ description: event.currentTarget.value })}
          />
        </FormPart>
        <FormPart title={`${t.parts.members} · ${inFigures(draft.value.members.length)}`}>
          <MembersField members={draft.value.members} onChange={(members) => draft.set({ members: [...members] })} />
        </FormPart>
      </FormBody>
    </DetailPane>
  );
}

function DeleteGroup(props: { readonly name: string; readonly address: ObjectAddress }) {
  const { name, address } = props;
  const client = useQueryClient();
  return (
    <DeleteButton
      name={name}
      onDelete={async () => {
        await api.send('DELETE', pathOf(name), undefined, z.unknown());
        address.leave();
        await client.invalidateQueries(groupsQuery);
        void client.invalidateQueries(peopleQuery);
      }}
    >
      {t.deleteHelp}
    </DeleteButton>
  );
}
