import { SegmentedControl, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type StandardResponse, standardResponseSchema } from '#dsl/model/standard-response.ts';
import { type ResponsePreview as Filled, responsePreviewSchema } from '#dsl/protocol/knowledge.ts';
import { MailFrame } from '../../desktop/mail-frame.tsx';
import { api } from '../../kit/api.ts';
import { PartTitle } from '../../kit/list/part-title.tsx';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import classes from '../knowledge.module.css';
import { recentMailQuery } from '../knowledge-queries.ts';
import own from './responses.module.css';

const t = knowledge.responses;
const sample = 'sample';
// short enough to feel live, long enough not to ask at every key
const quietMs = 250;

/** The response as a customer gets it, with the field codes filled in for a sample or for somebody who wrote. */
export function ResponsePreview(props: { readonly response: StandardResponse; readonly isReadable: boolean }) {
  const { isReadable } = props;
  const [subject, setSubject] = useState(sample);
  const [response] = useDebouncedValue(props.response, quietMs);
  const preview = useQuery({
    queryKey: ['response-preview', subject, response],
    queryFn: () => fill(response, subject),
    enabled: isReadable && standardResponseSchema.safeParse(named(response)).success,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return (
    <aside className={classes.aside} aria-label={t.preview}>
      <PartTitle>{t.preview}</PartTitle>
      <SubjectField value={subject} onChange={setSubject} />
      <ProblemNote error={preview.error} />
      {!isReadable && (
        <Text size="sm" className={classes.dim ?? ''}>
          {t.previewPaused}
        </Text>
      )}
      {preview.data !== undefined && <Paper filled={preview.data} />}
    </aside>
  );
}

function SubjectField(props: { readonly value: string; readonly onChange: (subject: string) => void }) {
  const recent = useQuery(recentMailQuery);
  const interactions = recent.data?.interactions ?? [];
  return (
    <Select
      label={t.previewFor}
      size="xs"
      data={[
        { value: sample, label: t.sample },
        ...interactions.map(({ id, from, subject }) => ({
          value: id,
          label: `${from?.name || from?.address || '–'} · ${subject || t.noSubject}`,
        })),
      ]}
      value={props.value}
      onChange={(subject) => props.onChange(subject ?? sample)}
      allowDeselect={false}
      searchable
    />
  );
}

function Paper({ filled }: { readonly filled: Filled }) {
  const [chosen, setChosen] = useState<'html' | 'text'>('html');
  const isHtml = chosen === 'html' && filled.html !== null;
  return (
    <>
      {filled.html !== null && (
        <SegmentedControl
          aria-label={t.preview}
          size="xs"
          value={chosen}
          onChange={(value) => setChosen(value as 'html' | 'text')}
          data={[
            { value: 'html', label: t.previewHtml },
            { value: 'text', label: t.previewText },
          ]}
        />
      )}
      <div className={own.paper}>
        <div className={own.paperSubject}>{filled.subject === '' ? t.noSubject : filled.subject}</div>
        {isHtml && filled.html !== null ? (
          <MailFrame html={filled.html} showsImages title={t.preview} />
        ) : (
          <pre className={own.paperText}>{filled.text}</pre>
        )}
      </div>
      {filled.problems.length > 0 && (
        <ul className={own.missing} aria-label={t.previewProblems}>
          {filled.problems.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {t.fieldNames[field]}: {message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function fill(response: StandardResponse, subject: string): Promise<Filled> {
  const body = { response: named(response), ...(subject !== sample && { interactionId: subject }) };
  return api.send('POST', '/api/responses/preview', body, responsePreviewSchema);
}

/** A response may be looked at before it has a name. */
function named(response: StandardResponse): StandardResponse {
  return { ...response, name: response.name.trim() || t.preview };
}
