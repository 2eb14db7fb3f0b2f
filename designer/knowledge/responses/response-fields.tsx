import { Button, Input, SegmentedControl, Text, TextInput } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { StandardResponse } from '#dsl/model/standard-response.ts';
import { FormPart } from '../../kit/form/form-part.tsx';
import type { FieldProblems } from '../../kit/form/issue-words.ts';
import { Loading } from '../../kit/loading.tsx';
import { forms } from '../../kit/messages/en/forms.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { LanguageField } from '../language-field.tsx';
import { htmlFromText, textFromHtml } from './html-text.ts';
import classes from './responses.module.css';
import { TemplateField } from './template-field.tsx';
import { readTemplate } from './template-problems.ts';

const t = knowledge.responses;
const HtmlEditor = lazy(() => import('./html-editor.tsx').then((loaded) => ({ default: loaded.HtmlEditor })));

interface ResponseFieldsProps {
  readonly draft: StandardResponse;
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<StandardResponse>) => void;
  readonly isKept: boolean;
  readonly disabled: boolean;
}

/** Everything that is kept of a standard response. */
export function ResponseFields(props: ResponseFieldsProps) {
  const { draft, problems, onChange, disabled } = props;
  return (
    <>
      <FormPart title={t.parts.text} disabled={disabled}>
        {!props.isKept && (
          <TextInput
            label={knowledge.name}
            value={draft.name}
            error={problems['name']}
            required
            withAsterisk={false}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
        )}
        <TemplateField
          label={t.subject}
          hint={t.subjectHint}
          value={draft.subject}
          onChange={(subject) => onChange({ subject })}
          disabled={disabled}
          isLine
        />
        <Versions {...props} />
      </FormPart>
      <FormPart title={t.parts.about} disabled={disabled}>
        <TextInput
          label={knowledge.description}
          description={t.descriptionHint}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={draft.description ?? ''}
          error={problems['description']}
          onChange={(event) => onChange({ description: event.currentTarget.value })}
        />
        <LanguageField
          value={draft.language}
          problem={problems['language']}
          onChange={(language) => onChange({ language })}
          disabled={disabled}
        />
        <Status {...props} />
      </FormPart>
    </>
  );
}

/** The plain text and the HTML version, one at a time. */
function Versions(props: ResponseFieldsProps) {
  const { draft, problems, onChange, disabled } = props;
  const [shown, setShown] = useState<'text' | 'html'>(draft.html === undefined ? 'text' : 'html');
  // a fault of field codes is told at its place already
  const isTold = readTemplate(draft.text).problems.length > 0;
  return (
    <>
      <div className={classes.tabs}>
        <SegmentedControl
          aria-label={t.parts.text}
          size="xs"
          value={shown}
          onChange={(value) => setShown(value as 'text' | 'html')}
          data={[
            { value: 'text', label: t.text },
            { value: 'html', label: t.html },
          ]}
        />
      </div>
      {shown === 'text' ? (
        <TemplateField
          label={t.text}
          value={draft.text}
          onChange={(text) => onChange({ text })}
          error={isTold ? undefined : problems['text']}
          disabled={disabled}
        />
      ) : (
        <HtmlVersion {...props} />
      )}
    </>
  );
}

function HtmlVersion({ draft, onChange, disabled }: ResponseFieldsProps) {
  const { html } = draft;
  if (html === undefined) {
    return (
      <div className={classes.none}>
        <Text size="sm" fw={600}>
          {t.htmlNone}
        </Text>
        <Text size="sm" my="xs">
          {t.htmlNoneHelp}
        </Text>
        <Button variant="default" disabled={disabled} onClick={() => onChange({ html: htmlFromText(draft.text) })}>
          {t.htmlAdd}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Suspense fallback={<Loading />}>
        <HtmlEditor html={html} onChange={(next) => onChange({ html: next })} disabled={disabled} />
      </Suspense>
      {!disabled && (
        <div className={classes.tabs}>
          <Button variant="default" onClick={() => onChange({ text: textFromHtml(html) })}>
            {t.textFromHtml}
          </Button>
          {/* left out, not empty: then the text alone is sent */}
          <Button
            variant="subtle"
            color="red"
            onClick={() => onChange({ html: undefined } as Partial<StandardResponse>)}
          >
            {t.htmlRemove}
          </Button>
        </div>
      )}
    </>
  );
}

function Status({ draft, onChange, disabled }: ResponseFieldsProps) {
  return (
    <div>
      <Input.Label labelElement="div">{t.status}</Input.Label>
      <SegmentedControl
        aria-label={t.status}
        value={draft.status}
        disabled={disabled}
        onChange={(status) => onChange({ status: status as StandardResponse['status'] })}
        data={(['draft', 'approved'] as const).map((value) => ({ value, label: forms.choices[value] ?? value }))}
      />
      <Input.Description mt={5}>{t.statusHint}</Input.Description>
    </div>
  );
}
