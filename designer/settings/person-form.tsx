import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type Person, personSchema, savedPersonSchema, savePersonSchema } from '#dsl/protocol/people.ts';
import { useMe } from '../app/session.ts';
import { api } from '../kit/api.ts';
import { FormBody } from '../kit/form/form-part.tsx';
import { LeaveGuard } from '../kit/form/leave-guard.tsx';
import { useObjectForm } from '../kit/form/use-object-form.ts';
import { DetailPane, SaveBar } from '../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../kit/list/use-object-address.ts';
import { people as t } from '../kit/messages/en/people.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { NewPassword } from './new-password.tsx';
import {
  checkPerson,
  fullName,
  keptPersonDraft,
  newPersonDraft,
  personBody,
  type PersonDraft,
} from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';
import { groupsQuery, peopleQuery } from './settings-queries.ts';

/** Somebody inside; without `kept` somebody new. */
export function PersonForm(props: {
  readonly kept?: Person;
  readonly people: readonly Person[];
  readonly address: ObjectAddress;
  /** A one-time password that has to be shown. */
  readonly onPassword: (password: { name: string; secret: string }) => void;
}) {
  const { kept, people, address, onPassword } = props;
  const me = useMe();
  const client = useQueryClient();
  const mayChange = me.role === 'administrator';
  const save = async (draft: PersonDraft): Promise<void> => {
    if (kept !== undefined) {
      await api.send('PUT', `/api/people/${kept.id}`, personBody(draft), personSchema);
      return;
    }
    const made = await api.send('POST', '/api/people', personBody(draft), savedPersonSchema);
    onPassword({ name: fullName(made), secret: made.oneTimePassword });
  };
  const form = useObjectForm<PersonDraft>({
    initial: kept === undefined ? newPersonDraft : keptPersonDraft(kept),
    schema: savePersonSchema,
    body: personBody,
    check: (draft) => checkPerson(draft, kept, people),
    name: fullName,
    save,
    onSaved: ({ userName }) => {
      void client.invalidateQueries(groupsQuery);
      void client.invalidateQueries(peopleQuery).then(() => kept?.userName !== userName && address.open(userName));
    },
  });
  const { draft } = form;
  const title = kept === undefined ? t.createTitle : fullName(kept);
  return (
    <DetailPane
      title={title}
      onClose={address.close}
      aside={mayChange && kept !== undefined && <NewPassword person={kept} onPassword={onPassword} />}
      foot={
        mayChange ? (
          <SaveBar
            isDirty={draft.isDirty}
            isSaving={form.saving.isPending}
            faults={form.faults}
            label={kept === undefined ? t.make : t.save}
            onDiscard={kept === undefined ? undefined : draft.discard}
            onSave={form.save}
          />
        ) : (
          <Text size="sm">{t.readOnly}</Text>
        )
      }
    >
      <LeaveGuard name={title} isDirtyNow={draft.isDirtyNow} />
      <FormBody onFrame={form.frame}>
        <ProblemNote error={form.failure} />
        <PersonFields
          draft={draft.value}
          problems={form.problems}
          onChange={draft.set}
          people={people}
          disabled={!mayChange}
        />
      </FormBody>
    </DetailPane>
  );
}
