import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type Role, roleSchema } from '#dsl/protocol/me.ts';
import {
  type CreatedToken,
  createdTokenSchema,
  type CreateToken,
  createTokenSchema,
  type Token,
} from '#dsl/protocol/tokens.ts';
import { api } from '../kit/api.ts';
import { FormBody } from '../kit/form/form-part.tsx';
import { LeaveGuard } from '../kit/form/leave-guard.tsx';
import { useObjectForm } from '../kit/form/use-object-form.ts';
import { DetailPane, SaveBar } from '../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../kit/list/use-object-address.ts';
import { people } from '../kit/messages/en/people.ts';
import { settings } from '../kit/messages/en/settings.ts';
import { shell } from '../kit/messages/en/shell.ts';
import { ProblemNote } from '../kit/problem.tsx';
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
          onChange={(roles) => draft.set({ roles: roles as Role[] })}
        >
          <Stack gap="sm" mt="xs">
            {roleSchema.options.map((role) => (
              <Checkbox key={role} value={role} label={shell.role[role]} description={people.roleHelp[role]} />
            ))}
          </Stack>
        </Checkbox.Group>
      </FormBody>
    </DetailPane>
  );
}
