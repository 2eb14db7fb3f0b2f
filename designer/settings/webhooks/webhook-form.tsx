import { Switch, TagsInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import {
  type CreatedWebhook,
  createdWebhookSchema,
  type CreateWebhook,
  createWebhookSchema,
  type Webhook,
} from '#dsl/protocol/webhooks.ts';
import { api } from '../../kit/api.ts';
import { DeleteButton } from '../../kit/form/delete-button.tsx';
import { FormBody } from '../../kit/form/form-part.tsx';
import { LeaveGuard } from '../../kit/form/leave-guard.tsx';
import { useObjectForm } from '../../kit/form/use-object-form.ts';
import { DetailPane, SaveBar } from '../../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../../kit/list/use-object-address.ts';
import { webhooks as t } from '../../kit/messages/en/webhooks.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { WebhookPosts } from './webhook-posts.tsx';
import { WebhookTrouble } from './webhook-state.tsx';
import { webhookPath, webhooksQuery } from './webhooks-queries.ts';

/** The events most programs ask for; any other name may be typed. */
const usualKinds = [
  'InteractionSubmitted',
  'PlacedInQueue',
  'TakenFromQueue',
  'PlacedInWorkbin',
  'TakenFromWorkbin',
  'PartyAdded',
  'PartyRemoved',
  'AgentInvited',
  'Rejected',
  'Revoked',
  'Transferred',
  'ProcessingStopped',
];
const wrapperOrder: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** A webhook to look at, change and try; without `kept` a new one, whose secret goes to `onMade`, this once. */
export function WebhookForm(props: {
  readonly kept?: Webhook;
  readonly webhooks: readonly Webhook[];
  readonly address: ObjectAddress;
  readonly onMade: (webhook: CreatedWebhook) => void;
}) {
  const { kept, webhooks, address, onMade } = props;
  const client = useQueryClient();
  const form = useObjectForm<CreateWebhook>({
    initial: initialOf(kept),
    schema: createWebhookSchema,
    check: ({ name }) =>
      kept === undefined && webhooks.some((other) => other.name === name.trim()) ? { name: t.taken } : {},
    name: ({ name }) => name,
    save: async ({ name, ...settings }) => {
      if (kept !== undefined) return api.send('PUT', webhookPath(name), settings, z.unknown());
      return onMade(await api.send('POST', '/api/webhooks', { name, ...settings }, createdWebhookSchema));
    },
    onSaved: ({ name }) =>
      void client.invalidateQueries(webhooksQuery).then(() => kept === undefined && address.open(name.trim())),
  });
  const title = kept?.name ?? t.create;
  return (
    <DetailPane
      title={title}
      onClose={address.close}
      aside={kept !== undefined && <DeleteWebhook name={kept.name} address={address} />}
      foot={
        <SaveBar
          isDirty={form.draft.isDirty}
          isSaving={form.saving.isPending}
          faults={form.faults}
          label={kept === undefined ? t.make : t.save}
          onDiscard={kept === undefined ? undefined : form.draft.discard}
          onSave={form.save}
        />
      }
    >
      <LeaveGuard name={title} isDirtyNow={form.draft.isDirtyNow} />
      <FormBody onFrame={form.frame}>
        {kept !== undefined && <WebhookTrouble webhook={kept} />}
        <ProblemNote error={form.failure} />
        <Fields form={form} isNew={kept === undefined} />
        {kept !== undefined && <WebhookPosts name={kept.name} />}
      </FormBody>
    </DetailPane>
  );
}

function Fields(props: { readonly form: ReturnType<typeof useObjectForm<CreateWebhook>>; readonly isNew: boolean }) {
  const { draft, problems } = props.form;
  const { name, url, kinds, enabled } = draft.value;
  return (
    <>
      {props.isNew && (
        <TextInput
          label={t.fields.name}
          value={name}
          error={problems['name']}
          required
          withAsterisk={false}
          onChange={(event) => draft.set({ name: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={t.fields.url}
        description={t.fields.urlHint}
        inputWrapperOrder={wrapperOrder}
        placeholder="https://example.com/signalbox"
        value={url}
        error={problems['url']}
        required
        withAsterisk={false}
        onChange={(event) => draft.set({ url: event.currentTarget.value })}
      />
      <TagsInput
        label={t.fields.kinds}
        description={t.fields.kindsHint}
        inputWrapperOrder={wrapperOrder}
        data={usualKinds}
        value={[...kinds]}
        error={problems['kinds']}
        acceptValueOnBlur
        onChange={(next) => draft.set({ kinds: next })}
      />
      <Switch
        label={t.fields.enabled}
        checked={enabled}
        onChange={(event) => draft.set({ enabled: event.currentTarget.checked })}
      />
    </>
  );
}

function DeleteWebhook(props: { readonly name: string; readonly address: ObjectAddress }) {
  const { name, address } = props;
  const client = useQueryClient();
  return (
    <DeleteButton
      name={name}
      onDelete={async () => {
        await api.send('DELETE', webhookPath(name), undefined, z.unknown());
        address.leave();
        await client.invalidateQueries(webhooksQuery);
      }}
    >
      {t.deleteHelp}
    </DeleteButton>
  );
}

function initialOf(kept: Webhook | undefined): CreateWebhook {
  if (kept === undefined) return { name: '', url: '', kinds: [], enabled: true };
  const { name, url, kinds, enabled } = kept;
  return { name, url, kinds, enabled };
}
