import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { type StandardResponse, standardResponseSchema } from '#dsl/model/standard-response.ts';
import type { ResponseSummary } from '#dsl/protocol/knowledge.ts';
import { api } from '../../kit/api.ts';
import { FormBody } from '../../kit/form/form-part.tsx';
import type { FieldProblems } from '../../kit/form/issue-words.ts';
import { LeaveGuard } from '../../kit/form/leave-guard.tsx';
import { useObjectForm } from '../../kit/form/use-object-form.ts';
import { DetailPane, SaveBar } from '../../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../../kit/list/use-object-address.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { lists } from '../../kit/messages/en/lists.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { DeleteKnowledge } from '../delete-knowledge.tsx';
import classes from '../knowledge.module.css';
import { responsePath, responseQuery, responsesQuery, useMayChange } from '../knowledge-queries.ts';
import { languageName } from '../language-field.tsx';
import { WhereUsed } from '../where-used.tsx';
import { ResponseFields } from './response-fields.tsx';
import { ResponsePreview } from './response-preview.tsx';
import { readHtmlTemplate, readTemplate } from './template-problems.ts';

const t = knowledge.responses;

const fresh: StandardResponse = { name: '', language: 'en', subject: '', text: '', status: 'approved' };

/** A standard response with its preview; without `kept` a new one. */
export function ResponseForm(props: {
  readonly kept?: StandardResponse;
  readonly responses: readonly ResponseSummary[];
  readonly address: ObjectAddress;
}) {
  const { kept, responses, address } = props;
  const client = useQueryClient();
  const mayChange = useMayChange();
  const form = useObjectForm<StandardResponse>({
    initial: kept ?? fresh,
    schema: standardResponseSchema,
    check: (response) => checkResponse(response, kept, responses),
    name: ({ name }) => name,
    save: (response) => api.send('PUT', responsePath(response.name), response, z.unknown()),
    onSaved: (response) => {
      client.setQueryData(responseQuery(response.name).queryKey, response);
      void client
        .invalidateQueries({ ...responsesQuery, exact: true })
        .then(() => kept === undefined && address.open(response.name));
    },
  });
  const { draft } = form;
  const title = kept?.name ?? t.createTitle;
  return (
    <DetailPane
      title={title}
      onClose={address.close}
      aside={kept !== undefined && mayChange && <DeleteResponse kept={kept} address={address} />}
      foot={
        mayChange ? (
          <SaveBar
            isDirty={draft.isDirty}
            isSaving={form.saving.isPending}
            faults={form.faults}
            label={t.save}
            onDiscard={kept === undefined ? undefined : draft.discard}
            onSave={form.save}
          />
        ) : (
          <Text size="sm">{lists.readOnly}</Text>
        )
      }
    >
      <LeaveGuard name={title} isDirtyNow={draft.isDirtyNow} />
      <div className={classes.frame}>
        <div className={classes.split}>
          <FormBody onFrame={form.frame}>
            <ProblemNote error={form.failure} />
            <ResponseFields
              draft={draft.value}
              problems={form.problems}
              onChange={draft.set}
              isKept={kept !== undefined}
              disabled={!mayChange}
            />
            {kept !== undefined && <WhereUsed kind="response" name={kept.name} />}
          </FormBody>
          {mayChange && (
            <ResponsePreview
              response={draft.value}
              isReadable={Object.keys(templateProblems(draft.value)).length === 0}
            />
          )}
        </div>
      </div>
    </DetailPane>
  );
}

function DeleteResponse(props: { readonly kept: StandardResponse; readonly address: ObjectAddress }) {
  return (
    <DeleteKnowledge
      kind="response"
      name={props.kept.name}
      path={responsePath(props.kept.name)}
      list={responsesQuery.queryKey}
      address={props.address}
    />
  );
}

function checkResponse(
  response: StandardResponse,
  kept: StandardResponse | undefined,
  responses: readonly ResponseSummary[],
): FieldProblems {
  const isTaken = kept === undefined && responses.some(({ name }) => name === response.name);
  return {
    ...(isTaken && { name: t.taken }),
    ...(response.text.trim() === '' && { text: t.textMissing }),
    ...(languageName(response.language) === undefined && { language: knowledge.languageWrong }),
    ...templateProblems(response),
  };
}

/** Fields whose field codes cannot be read, each with the first reason. */
function templateProblems({ subject, text, html = '' }: StandardResponse): FieldProblems {
  const found = {
    subject: readTemplate(subject).problems[0]?.message,
    text: readTemplate(text).problems[0]?.message,
    html: readHtmlTemplate(html)[0]?.message,
  };
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, message]) => (message === undefined ? [] : [[field, message]])),
  );
}
