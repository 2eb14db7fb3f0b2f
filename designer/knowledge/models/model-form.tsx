import { Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { nameSchema } from '#dsl/document/strategy.ts';
import { modelDetailSchema, type ModelSummary } from '#dsl/protocol/knowledge.ts';
import { api } from '../../kit/api.ts';
import { FormBody, FormPart } from '../../kit/form/form-part.tsx';
import { LeaveGuard } from '../../kit/form/leave-guard.tsx';
import { useObjectForm } from '../../kit/form/use-object-form.ts';
import { DetailPane, SaveBar } from '../../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../../kit/list/use-object-address.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { modelPath, modelsQuery } from '../knowledge-queries.ts';
import { LanguageField } from '../language-field.tsx';
import { CsvDrop, type CsvFile } from './csv-drop.tsx';
import classes from './models.module.css';

const t = knowledge.models;

interface NewModel {
  readonly name: string;
  readonly description: string;
  readonly language: string;
  readonly file: CsvFile | undefined;
}

const fresh: NewModel = { name: '', description: '', language: '', file: undefined };
const newModelSchema = z.looseObject({ name: nameSchema, description: z.string().max(1000) });

/** Makes a model from a file of sorted texts and has it trained. */
export function ModelForm(props: { readonly models: readonly ModelSummary[]; readonly address: ObjectAddress }) {
  const { models, address } = props;
  const client = useQueryClient();
  const form = useObjectForm<NewModel>({
    initial: fresh,
    schema: newModelSchema,
    check: ({ name, file }) => ({
      ...(models.some((model) => model.name === name) && { name: t.taken }),
      ...(file === undefined && { csv: t.csvMissing }),
    }),
    name: ({ name }) => name,
    save: ({ name, description, language, file }) =>
      api.send(
        'PUT',
        modelPath(name),
        { csv: file?.text, ...(description !== '' && { description }), ...(language !== '' && { language }) },
        modelDetailSchema,
      ),
    onSaved: ({ name }) =>
      void client.invalidateQueries({ ...modelsQuery, exact: true }).then(() => address.open(name)),
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
          label={t.train}
          onSave={form.save}
        />
      }
    >
      <LeaveGuard name={t.createTitle} isDirtyNow={draft.isDirtyNow} />
      <FormBody onFrame={form.frame}>
        <ProblemNote error={form.failure} />
        <TextInput
          label={knowledge.name}
          value={draft.value.name}
          error={problems['name']}
          required
          withAsterisk={false}
          onChange={(event) => draft.set({ name: event.currentTarget.value })}
        />
        <FormPart title={t.csv}>
          <CsvDrop file={draft.value.file} onFile={(file) => draft.set({ file })} problem={problems['csv']} />
          <div>
            <Text size="xs" mb={4} className={classes.dim ?? ''}>
              {t.example}
            </Text>
            <pre className={classes.sample}>{t.sampleLines}</pre>
          </div>
        </FormPart>
        <FormPart title={t.parts.about}>
          <TextInput
            label={knowledge.description}
            value={draft.value.description}
            error={problems['description']}
            onChange={(event) => draft.set({ description: event.currentTarget.value })}
          />
          <LanguageField
            value={draft.value.language}
            problem={problems['language']}
            onChange={(language) => draft.set({ language })}
            disabled={false}
          />
        </FormPart>
      </FormBody>
    </DetailPane>
  );
}
