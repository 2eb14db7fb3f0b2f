import { Switch, TagsInput, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { type DesktopRules, desktopRulesSchema } from '#dsl/protocol/desktop-rules.ts';
import { desktopRulesQuery } from '../desktop/desktop-rules.ts';
import { api } from '../kit/api.ts';
import { FormBody } from '../kit/form/form-part.tsx';
import { LeaveGuard } from '../kit/form/leave-guard.tsx';
import { useObjectForm } from '../kit/form/use-object-form.ts';
import { FormPage, SaveBar } from '../kit/list/detail-pane.tsx';
import { Loading } from '../kit/loading.tsx';
import { desktopRules as t } from '../kit/messages/en/desktop-rules.ts';
import { ProblemNote } from '../kit/problem.tsx';

/** What agents choose from at the desktop: reasons for not ready, and disposition codes. */
export function DesktopRulesSection() {
  // somebody who writes is not disturbed by what is read again
  const rules = useQuery({ ...desktopRulesQuery, refetchInterval: false });
  if (rules.isPending) return <Loading />;
  if (rules.data === undefined) return <ProblemNote error={rules.error} onRetry={() => void rules.refetch()} />;
  return <RulesForm kept={rules.data} />;
}

function RulesForm({ kept }: { readonly kept: DesktopRules }) {
  const client = useQueryClient();
  const form = useObjectForm<DesktopRules>({
    initial: kept,
    schema: desktopRulesSchema,
    check: ({ requiresDisposition, dispositions }) =>
      requiresDisposition && dispositions.length === 0 ? { dispositions: t.noneToChoose } : {},
    name: () => t.name,
    save: (rules) => api.send('PUT', '/api/desktop-rules', rules, z.unknown()),
    onSaved: () => void client.invalidateQueries(desktopRulesQuery),
  });
  const { draft, problems } = form;
  const list = (key: 'notReadyReasons' | 'dispositions', label: string) => (
    <TagsInput
      label={label}
      description={t.listHint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={[...draft.value[key]]}
      error={problems[key]}
      acceptValueOnBlur
      onChange={(words) => draft.set({ [key]: words })}
    />
  );
  return (
    <FormPage
      title={t.title}
      foot={
        <SaveBar
          isDirty={draft.isDirty}
          isSaving={form.saving.isPending}
          faults={form.faults}
          label={t.save}
          onDiscard={draft.discard}
          onSave={form.save}
        />
      }
    >
      <LeaveGuard name={t.name} isDirtyNow={draft.isDirtyNow} />
      <FormBody onFrame={form.frame}>
        <Text size="sm">{t.lead}</Text>
        <ProblemNote error={form.failure} />
        {list('notReadyReasons', t.reasons)}
        {list('dispositions', t.dispositions)}
        <Switch
          label={t.requires}
          description={t.requiresHint}
          checked={draft.value.requiresDisposition}
          onChange={(event) => draft.set({ requiresDisposition: event.currentTarget.checked })}
        />
      </FormBody>
    </FormPage>
  );
}
