import { Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { classificationSchema } from '#dsl/protocol/knowledge.ts';
import { api } from '../../kit/api.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { modelPath } from '../knowledge-queries.ts';
import classes from './models.module.css';
import { ShareBar } from './share-bar.tsx';

const t = knowledge.models;
const quietMs = 250;
// confidences come as 0 to 100, as strategies compare them
const wholeConfidence = 100;

/** A text to type or paste, and the categories the model sees in it, surest first. `trainedAt` makes it ask anew. */
export function TryText(props: { readonly name: string; readonly trainedAt: string | null }) {
  const { name, trainedAt } = props;
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), quietMs);
  const result = useQuery({
    queryKey: ['classification', name, trainedAt, asked],
    queryFn: () => api.send('POST', `${modelPath(name)}/test`, { text: asked }, classificationSchema),
    enabled: asked !== '' && trainedAt !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (trainedAt === null) return <Quiet text={t.tryNone} />;
  return (
    <>
      <Textarea
        label={t.tryLabel}
        description={t.tryHint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={4}
        maxRows={12}
      />
      <ProblemNote error={result.error} />
      {asked === '' || result.data === undefined ? (
        <Quiet text={t.tryEmpty} />
      ) : (
        <ol className={classes.results} aria-label={t.confidence} aria-live="polite">
          {result.data.categories.map(({ name: category, confidence }) => (
            <li key={category} className={classes.result}>
              <span>{category}</span>
              <span>{t.percent(confidence / wholeConfidence)}</span>
              <ShareBar label={category} share={confidence / wholeConfidence} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Quiet({ text }: { readonly text: string }) {
  return (
    <Text size="sm" className={classes.dim ?? ''}>
      {text}
    </Text>
  );
}
