import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { saveSmsChannelSchema, type ShownSmsChannel } from '#dsl/protocol/sms-settings.ts';
import { api } from '../kit/api.ts';
import { FormBody } from '../kit/form/form-part.tsx';
import type { FieldProblems } from '../kit/form/issue-words.ts';
import { LeaveGuard } from '../kit/form/leave-guard.tsx';
import { useObjectForm } from '../kit/form/use-object-form.ts';
import { DetailPane, SaveBar } from '../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../kit/list/use-object-address.ts';
import { sms as t } from '../kit/messages/en/sms.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { smsChannelsQuery } from './settings-queries.ts';
import { DeleteSmsChannel, smsChannelPath } from './delete-sms-channel.tsx';
import { keptSmsDraft, newSmsDraft, smsBody, type SmsDraft } from './sms-draft.ts';
import { SmsFields } from './sms-fields.tsx';
import { SmsReport } from './sms-state.tsx';

/** An SMS channel to look at, change and try; without `kept` a new one. */
export function SmsForm(props: {
  readonly kept?: ShownSmsChannel;
  readonly channels: readonly ShownSmsChannel[];
  readonly address: ObjectAddress;
}) {
  const { kept, channels, address } = props;
  const client = useQueryClient();
  const form = useObjectForm<SmsDraft>({
    initial: kept === undefined ? newSmsDraft() : keptSmsDraft(kept),
    schema: saveSmsChannelSchema,
    body: smsBody,
    check: (draft) => checkDraft(draft, kept, channels),
    name: ({ name }) => String(name),
    save: (draft) => api.send('PUT', smsChannelPath(String(draft['name'])), smsBody(draft), z.unknown()),
    settled: (draft) => ({ ...draft, password: '' }),
    onSaved: ({ name }) =>
      void client.invalidateQueries(smsChannelsQuery).then(() => kept === undefined && address.open(String(name))),
  });
  const { draft } = form;
  const title = kept?.name ?? t.create;
  return (
    <DetailPane
      title={title}
      onClose={address.close}
      aside={kept !== undefined && <DeleteSmsChannel name={kept.name} address={address} />}
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
        {kept !== undefined && <SmsReport channel={kept} />}
        <ProblemNote error={form.failure} />
        <SmsFields
          draft={draft.value}
          problems={form.problems}
          onChange={draft.set}
          isKept={kept !== undefined}
          hasPassword={kept?.hasPassword === true}
        >
          <ConnectionTest
            path="/api/sms-channels/test"
            stamp={draft.value}
            settings={() => (form.review() ? smsBody(draft.value) : undefined)}
            texts={{ test: t.test, ok: () => t.testOk, failed: t.testFailed }}
          />
        </SmsFields>
      </FormBody>
    </DetailPane>
  );
}

function checkDraft(
  draft: SmsDraft,
  kept: ShownSmsChannel | undefined,
  channels: readonly ShownSmsChannel[],
): FieldProblems {
  const isTaken = kept === undefined && channels.some(({ name }) => name === draft['name']);
  return isTaken ? { name: t.taken } : {};
}
