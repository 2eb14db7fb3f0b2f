import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { businessProcessSchema } from '#dsl/document/business-process.ts';
import { layoutSchema } from '#dsl/document/layout.ts';
import { type ProcessSummary, processDraftSchema } from '#dsl/protocol/processes.ts';
import { processTemplates } from '#dsl/templates/process-templates.ts';
import { proposeNames } from '#dsl/templates/propose-names.ts';
import type { ChosenNames, ProcessTemplate } from '#dsl/templates/template.ts';
import { api } from '../kit/api.ts';
import { kit } from '../kit/messages/en/kit.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { templates } from '../kit/messages/en/templates.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { SlotFields } from './slot-fields.tsx';
import { TemplateChoice } from './template-choice.tsx';
import { TemplatePicture } from './template-picture.tsx';
import classes from './template.module.css';
import { trimmedNames } from './trimmed-names.ts';
import { useSurroundings } from './use-surroundings.ts';

type Begin = keyof typeof templates.processes;

const known: Readonly<Record<Begin, ProcessTemplate | undefined>> = { empty: undefined, ...processTemplates };

/** Makes a process, empty or from a template, and opens it. */
export function CreateProcessDialog(props: {
  readonly taken: readonly ProcessSummary[];
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [begin, setBegin] = useState<Begin>('empty');
  const [changed, setChanged] = useState<ChosenNames>({});
  const surroundings = useSurroundings('');
  const template = known[begin];
  const chosen = { ...proposeNames(template?.slots ?? {}, surroundings), ...changed };
  const isTaken = props.taken.some((process) => process.name === name.trim());
  const create = useMutation({
    mutationFn: () => {
      const draft = template?.make(name.trim(), trimmedNames(chosen));
      return api.send('POST', '/api/processes', { name: name.trim(), ...(draft && { draft }) }, processDraftSchema);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['processes'] });
      await navigate({ to: '/design/$process', params: { process: name.trim() } });
    },
  });
  return (
    <Modal opened onClose={props.onClose} title={t.newProcess} size="xl">
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
          <div className={classes.parts}>
            <TemplateChoice
              texts={templates.processes}
              value={begin}
              onChange={(next) => {
                setBegin(next);
                setChanged({});
              }}
            />
            {template !== undefined && (
              <Stack>
                <TemplatePicture
                  id={begin}
                  name={templates.processes[begin].name}
                  draw={() => drawTemplate(template, templates.processes[begin].name)}
                />
                <SlotFields slots={template.slots} known={surroundings} chosen={chosen} onChange={setChanged} />
              </Stack>
            )}
          </div>
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

async function drawTemplate(template: ProcessTemplate, name: string): Promise<string> {
  const [{ processPicture }, { autoLayout }] = await Promise.all([
    import('../picture/pictures.ts'),
    import('../canvas/auto-layout.ts'),
  ]);
  const process = businessProcessSchema.parse(template.make(name, proposeNames(template.slots, {})));
  return processPicture(process, layoutSchema.parse({}), autoLayout);
}
