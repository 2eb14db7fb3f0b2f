import { Progress, Text } from '@mantine/core';
import type { ModelSummary } from '#dsl/protocol/knowledge.ts';
import { knowledge as words } from '../../kit/messages/en/knowledge.ts';
import knowledge from '../knowledge.module.css';
import classes from './models.module.css';

const t = words.models;
const tones = { untrained: 'plain', training: 'busy', trained: 'good', failed: 'bad' } as const;

/** In a word, where a model stands. */
export function ModelState({ model }: { readonly model: ModelSummary }) {
  const { state, progress } = model;
  return (
    <span className={knowledge.badge} data-tone={tones[state]}>
      {state === 'training' && progress !== null ? t.progress(progress) : t.state[state]}
    </span>
  );
}

/** While a model is trained, how far it is; after a training that failed, why. Nothing otherwise. */
export function TrainingNote({ model }: { readonly model: ModelSummary }) {
  const { state, progress, problem, trainedAt } = model;
  if (state === 'training') {
    const share = progress ?? 0;
    return (
      <div className={classes.progress}>
        <output>{t.progress(share)}</output>
        <Progress value={share * 100} aria-label={t.state.training} transitionDuration={120} />
        {trainedAt !== null && <span className={classes.dim}>{t.stillOld}</span>}
      </div>
    );
  }
  if (state !== 'failed') return null;
  return (
    <div className={classes.progress} role="alert">
      <strong>{t.failed}</strong>
      <Text size="sm">{problem}</Text>
    </div>
  );
}
