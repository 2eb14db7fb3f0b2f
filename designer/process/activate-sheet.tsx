import { Button, Drawer, Group, List, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconRocket } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { canonicalText } from '#dsl/document/canonical-text.ts';
import { diffProcesses } from '#dsl/document/diff-processes.ts';
import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import { activatedSchema, type ProcessSummary, versionDocumentSchema } from '#dsl/protocol/processes.ts';
import type { RolloutPlan } from '#dsl/protocol/rollouts.ts';
import { activationRulesSchema, plannedActivationSchema } from '#dsl/protocol/versions.ts';
import { DiffEditor } from '../code/lazy-editors.tsx';
import { readDocument } from '../commands/read-document.ts';
import { api } from '../kit/api.ts';
import { Loading } from '../kit/loading.tsx';
import { design as t } from '../kit/messages/en/design.ts';
import { versions as v } from '../kit/messages/en/versions.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { usePanel } from '../panel/use-panel.ts';
import { PlannedList } from '../versions/planned-list.tsx';
import { RolloutChoice } from '../versions/rollout-choice.tsx';
import { useVersionsChanged } from '../versions/use-rollout.ts';
import { useEditor, useOpenProcess } from './editor-context.tsx';
import { processPath, versionsKey } from './process-path.ts';
import { refusalOf } from './refusal.ts';
import { RefusalList } from './refusal-list.tsx';

/** Activation on one sheet: what changes, what the checks say, what becomes of interactions in flight, one button. */
export function ActivateSheet(props: { readonly summary: ProcessSummary; readonly onClose: () => void }) {
  const { summary, onClose } = props;
  const { name, saver, problems } = useOpenProcess();
  const changed = useVersionsChanged(name);
  const panel = usePanel();
  const [message, setMessage] = useState('');
  const [later, setLater] = useState('');
  const [rollout, setRollout] = useState<RolloutPlan | null>(null);
  const rules = useQuery({
    queryKey: ['activation-rules'],
    queryFn: ({ signal }) => api.get('/api/activation-rules', activationRulesSchema, signal),
  });
  // a shadow reaches nobody, so nobody has to agree
  const needsApproval = rules.data?.fourEyes === true && rollout?.mode !== 'shadow';
  const isPlanned = needsApproval || later !== '';
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const activate = useMutation({
    mutationFn: async () => {
      await saver.flush();
      const { revision } = saver.state.getState();
      const wish = { revision, message, rollout };
      if (!isPlanned) return api.send('POST', `${processPath(name)}/activate`, wish, activatedSchema);
      const plan = { ...wish, activateAt: later === '' ? null : new Date(later).toISOString() };
      return api.send('POST', `${processPath(name)}/planned`, plan, plannedActivationSchema);
    },
    onSuccess: async ({ version }) => {
      notifications.show({ message: isPlanned ? v.planDone : doneText(version, rollout), color: 'teal' });
      onClose();
      await changed();
    },
  });
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={t.activation}>
      <Stack gap="lg">
        <Changes activeVersion={summary.activeVersion} />
        <Checks
          errors={errors}
          warnings={problems.length - errors}
          refusal={refusalOf(activate.error)}
          onLeave={onClose}
          onShow={() => {
            panel.open('problems');
            onClose();
          }}
        />
        <Text size="sm" c="dimmed">
          {t.activationRunning}
        </Text>
        {summary.activeVersion !== null && (
          <RolloutChoice activeVersion={summary.activeVersion} rollout={rollout} onChange={setRollout} />
        )}
        <Textarea
          label={t.message}
          placeholder={t.messageHint}
          autosize
          minRows={2}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={v.later}
          value={later}
          onChange={(event) => setLater(event.currentTarget.value)}
        />
        {needsApproval && <Text size="sm">{v.needsApproval}</Text>}
        <PlannedList name={name} />
        <ProblemNote error={activate.error} />
        <Group justify="flex-end">
          <Button
            size="sm"
            leftSection={<IconRocket size={16} />}
            disabled={errors > 0}
            loading={activate.isPending}
            onClick={() => activate.mutate()}
          >
            {needsApproval ? v.askApproval : isPlanned ? v.schedule : startText(rollout)}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}

function startText(rollout: RolloutPlan | null): string {
  if (rollout === null) return t.activate;
  return rollout.mode === 'canary' ? v.startCanary : v.startShadow;
}

function doneText(version: number, rollout: RolloutPlan | null): string {
  if (rollout === null) return t.activationDone(version);
  return rollout.mode === 'canary' ? v.canaryStarted(version) : v.shadowStarted(version);
}

function Changes(props: { readonly activeVersion: number | null }) {
  const { activeVersion } = props;
  const { name } = useOpenProcess();
  const draft = useEditor((state) => state.snapshot.document);
  const [isText, setText] = useState(false);
  const active = useQuery({
    queryKey: [...versionsKey(name), activeVersion],
    queryFn: ({ signal }) => api.get(`${processPath(name)}/versions/${activeVersion}`, versionDocumentSchema, signal),
    enabled: activeVersion !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (activeVersion === null) return <Section title={t.changes}>{t.firstVersion}</Section>;
  if (active.data === undefined) return active.isPending ? <Loading /> : <ProblemNote error={active.error} />;
  const before = parseBusinessProcess(active.data.document).process;
  const after = readDocument(draft).process;
  const changes = before === undefined || after === undefined ? [] : diffProcesses(before, after);
  return (
    <Section title={t.changes}>
      {changes.length === 0 ? (
        t.noChanges
      ) : (
        <>
          <List size="sm" spacing={2}>
            {changes.map((change) => (
              <List.Item key={`${change.path.join('/')} ${change.message}`}>{change.message}</List.Item>
            ))}
          </List>
          <Button variant="default" size="compact-xs" mt="xs" onClick={() => setText(!isText)}>
            {t.showDiff}
          </Button>
          {isText && (
            <DiffEditor
              height={280}
              language="json"
              before={canonicalText(active.data.document)}
              after={canonicalText(draft)}
            />
          )}
        </>
      )}
    </Section>
  );
}

function Checks(props: {
  readonly errors: number;
  readonly warnings: number;
  /** What the server found beyond that, once it was asked to activate. */
  readonly refusal: readonly Diagnostic[];
  readonly onShow: () => void;
  readonly onLeave: () => void;
}) {
  const { errors, warnings, refusal } = props;
  return (
    <Section title={t.checks}>
      {errors > 0 && (
        <Group gap={8}>
          <IconCircleX size={18} color="var(--sb-bad)" aria-hidden /> {t.errorsBlock(errors)}
        </Group>
      )}
      {warnings > 0 && (
        <Group gap={8}>
          <IconAlertTriangle size={18} color="var(--sb-warn)" aria-hidden /> {t.warnings(warnings)}
        </Group>
      )}
      {errors + warnings > 0 && (
        <Button variant="default" size="compact-xs" mt="xs" onClick={props.onShow}>
          {t.showProblems}
        </Button>
      )}
      {refusal.length > 0 && <RefusalList refusal={refusal} onLeave={props.onLeave} />}
      {errors + warnings + refusal.length === 0 && (
        <Group gap={8}>
          <IconCircleCheck size={18} color="var(--sb-good)" aria-hidden /> {t.noProblems}
        </Group>
      )}
    </Section>
  );
}

function Section(props: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section>
      <Title order={3} mb={6}>
        {props.title}
      </Title>
      <Text size="sm" component="div">
        {props.children}
      </Text>
    </section>
  );
}
