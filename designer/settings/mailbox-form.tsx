import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { saveMailboxSchema, type ShownMailbox } from '#dsl/protocol/settings.ts';
import { api } from '../kit/api.ts';
import { DeleteButton } from '../kit/form/delete-button.tsx';
import { FormBody } from '../kit/form/form-part.tsx';
import type { FieldProblems } from '../kit/form/issue-words.ts';
import { LeaveGuard } from '../kit/form/leave-guard.tsx';
import { useObjectForm } from '../kit/form/use-object-form.ts';
import { DetailPane, SaveBar } from '../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../kit/list/use-object-address.ts';
import { settings } from '../kit/messages/en/settings.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { keptMailboxDraft, mailboxBody, type MailboxDraft, newMailboxDraft } from './mailbox-draft.ts';
import { MailboxFields } from './mailbox-fields.tsx';
import { MailboxReport } from './mailbox-state.tsx';
import { mailboxesQuery } from './settings-queries.ts';

const t = settings.mailboxes;
const pathOf = (name: string): string => `/api/mailboxes/${encodeURIComponent(name)}`;

/** A mailbox to look at, change and try; without `kept` a new one. */
export function MailboxForm(props: {
  readonly kept?: ShownMailbox;
  readonly mailboxes: readonly ShownMailbox[];
  readonly address: ObjectAddress;
}) {
  const { kept, mailboxes, address } = props;
  const client = useQueryClient();
  const form = useObjectForm<MailboxDraft>({
    initial: kept === undefined ? newMailboxDraft() : keptMailboxDraft(kept),
    schema: saveMailboxSchema,
    body: mailboxBody,
    check: (draft) => checkDraft(draft, kept, mailboxes),
    name: ({ name }) => String(name),
    save: (draft) => api.send('PUT', pathOf(String(draft['name'])), mailboxBody(draft), z.unknown()),
    settled: (draft) => ({ ...draft, password: '' }),
    onSaved: ({ name }) =>
      void client.invalidateQueries(mailboxesQuery).then(() => kept === undefined && address.open(String(name))),
  });
  const { draft } = form;
  const title = kept?.name ?? t.createTitle;
  return (
    <DetailPane
      title={title}
      onClose={address.close}
      aside={kept !== undefined && <DeleteMailbox name={kept.name} address={address} />}
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
        {kept !== undefined && <MailboxReport mailbox={kept} />}
        <ProblemNote error={form.failure} />
        <MailboxFields
          draft={draft.value}
          problems={form.problems}
          onChange={draft.set}
          isKept={kept !== undefined}
          hasPassword={kept?.hasPassword === true}
        >
          <ConnectionTest
            path="/api/mailboxes/test"
            stamp={draft.value}
            settings={() => (form.review() ? mailboxBody(draft.value) : undefined)}
            texts={{
              test: t.test,
              ok: ({ messages = 0 }) =>
                t.testOk(messages, draft.value['protocol'] === 'imap' ? String(draft.value['folder']) : t.inbox),
              failed: t.testFailed,
            }}
          />
        </MailboxFields>
      </FormBody>
    </DetailPane>
  );
}

function checkDraft(
  draft: MailboxDraft,
  kept: ShownMailbox | undefined,
  mailboxes: readonly ShownMailbox[],
): FieldProblems {
  const isTaken = kept === undefined && mailboxes.some(({ name }) => name === draft['name']);
  const needsPassword = kept?.hasPassword !== true && draft['password'] === '';
  return {
    ...(isTaken && { name: t.taken }),
    ...(needsPassword && { password: t.passwordMissing }),
  };
}

function DeleteMailbox(props: { readonly name: string; readonly address: ObjectAddress }) {
  const { name, address } = props;
  const client = useQueryClient();
  return (
    <DeleteButton
      name={name}
      onDelete={async () => {
        await api.send('DELETE', pathOf(name), undefined, z.unknown());
        address.leave();
        await client.invalidateQueries(mailboxesQuery);
      }}
    >
      {t.deleteHelp}
    </DeleteButton>
  );
}
