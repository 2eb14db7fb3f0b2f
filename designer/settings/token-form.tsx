import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import {
  type CreatedToken,
  createdTokenSchema,
  type CreateToken,
  createTokenSchema,
  type Right,
  rightSchema,
  type Token,
} from '#dsl/protocol/tokens.ts';
import { api } from '../kit/api.ts';
import { FormBody } from '../kit/form/form-part.tsx';
import { LeaveGuard } from '../kit/form/leave-guard.tsx';
import { useObjectForm } from '../kit/form/use-object-form.ts';
import { DetailPane, SaveBar } from '../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../kit/list/use-object-address.ts';
import { settings } from '../kit/messages/en/settings.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { rightHelp, rightName } from './right-name.ts';
import { tokensQuery } from './settings-queries.ts';

const t = settings.tokens;

/** Makes a token; its secret goes to `onMade`, this once. */
export function TokenForm(props: {
  readonly tokens: readonly Token[];
  readonly address: ObjectAddress;
  readonly onMade: (token: CreatedToken) => void;
}) {
  const { tokens, address, onMade } = props;
  const client = useQueryClient();
  const form = useObjectForm<CreateToken>({
    initial: { name: '', roles: [] },
    schema: createTokenSchema,
    check: ({ name }) => (tokens.some((token) => token.name === name.trim()) ? { name: t.taken } : {}),
    name: ({ name }) => name,
    save: async (token) => onMade(await api.send('POST', '/api/tokens', token, createdTokenSchema)),
    onSaved: ({ name }) => void client.invalidateQueries(tokensQuery).then(() => address.open(name)),
  });
  const { draft, problems } = form;
  return (
    <DetailPane
      title={t.createTitle}
      onClose={address.close}
      foot={
        <SaveBar
          isDirty={draft.isDirty}
          isSaving={form.saving.isPending}
          faults={form.faults}
          label={t.make}
          onSave={form.save}
        />
      }
    >
      <LeaveGuard name={t.createTitle} isDirtyNow={draft.isDirtyNow} />
      <FormBody onFrame={form.frame}>
        <ProblemNote error={form.failure} />
        <TextInput
          label={t.name}
          description={t.nameHint}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={draft.value.name}
          error={problems['name']}
          required
          withAsterisk={false}
          onChange={(event) => draft.set({ name: event.currentTarget.value })}
        />
        <Checkbox.Group
          label={t.roles}
          value={draft.value.roles}
          error={problems['roles']}
          onChange={(roles) => draft.set({ roles: roles as Right[] })}
        >
          <Stack gap="sm" mt="xs">
            {rightSchema.options.map((right) => (
              <Checkbox key={right} value={right} label={rightName(right)} description={rightHelp(right)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </FormBody>
    </DetailPane>
  );
}
