import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ProcessSummary, processDraftSchema, savedDraftSchema } from '#dsl/protocol/processes.ts';
import { processTemplates } from '#dsl/templates/process-templates.ts';
import { api } from '../kit/api.ts';
import { kit } from '../kit/messages/en/kit.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { ProblemNote } from '../kit/problem.tsx';

type Template = 'empty' | keyof typeof processTemplates;

const templates: readonly Template[] = ['empty', 'acknowledgeAndRoute'];

/** A process of this name, with the draft of the template. */
async function createFrom(template: Template, name: string): Promise<void> {
  const { layout, revision } = await api.send('POST', '/api/processes', { name }, processDraftSchema);
  if (template === 'empty') return;
  const body = { draft: processTemplates[template](name), layout, revision };
  await api.send('PUT', `/api/processes/${encodeURIComponent(name)}/draft`, body, savedDraftSchema);
}

/** Makes a process, empty or from a template, and opens it. */
export function CreateProcessDialog(props: {
  readonly taken: readonly ProcessSummary[];
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [template, setTemplate] = useState<Template>('empty');
  const isTaken = props.taken.some((process) => process.name === name.trim());
  const create = useMutation({
    mutationFn: () => createFrom(template, name.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['processes'] });
      await navigate({ to: '/design/$process', params: { process: name.trim() } });
    },
  });
  return (
    <Modal opened onClose={props.onClose} title={t.newProcess}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={t.processName}
            data-autofocus
            value={name}
            maxLength={128}
            error={isTaken && t.nameTaken}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TemplateChoice value={template} onChange={setTemplate} />
          <ProblemNote error={create.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {kit.cancel}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={name.trim() === '' || isTaken}>
              {t.createProcess}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function TemplateChoice(props: { readonly value: Template; readonly onChange: (template: Template) => void }) {
  return (
    <Radio.Group label={t.beginWith} value={props.value} onChange={(value) => props.onChange(value)}>
      <Stack gap="xs" mt="xs">
        {templates.map((template) => (
          <Radio
            key={template}
            value={template}
            label={t.templates[template].name}
            description={t.templates[template].help}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
