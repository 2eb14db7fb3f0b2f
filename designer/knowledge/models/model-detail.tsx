import { Text } from '@mantine/core';
import type { ModelSummary } from '#dsl/protocol/knowledge.ts';
import { DetailPane } from '../../kit/list/detail-pane.tsx';
import type { ObjectAddress } from '../../kit/list/use-object-address.ts';
import { PartTitle } from '../../kit/list/part-title.tsx';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { DeleteKnowledge } from '../delete-knowledge.tsx';
import shared from '../knowledge.module.css';
import { modelPath, modelsQuery, useMayChange } from '../knowledge-queries.ts';
import { WhereUsed } from '../where-used.tsx';
import { ModelState, TrainingNote } from './model-state.tsx';
import { ModelTexts } from './model-texts.tsx';
import classes from './models.module.css';
import { Quality } from './quality.tsx';
import { TryText } from './try-text.tsx';
import { inFigures } from '../../kit/messages/in-figures.ts';

const t = knowledge.models;

/** A model: how well it does, a place to try it, and the texts it learned from. */
export function ModelDetail(props: { readonly model: ModelSummary; readonly address: ObjectAddress }) {
  const { model, address } = props;
  const { name } = model;
  const mayChange = useMayChange();
  return (
    <DetailPane
      title={name}
      onClose={address.close}
      aside={
        mayChange && (
          <DeleteKnowledge
            kind="model"
            name={name}
            path={modelPath(name)}
            list={modelsQuery.queryKey}
            address={address}
          >
            {t.deleteHelp}
          </DeleteKnowledge>
        )
      }
    >
      <div className={shared.frame}>
        <div className={shared.split}>
          <div style={{ display: 'flex', flexDirection: 'column', gap: 28, minWidth: 0 }}>
            <div>
              <ModelState model={model} />
              {model.description !== '' && (
                <Text size="sm" mt="xs">
                  {model.description}
                </Text>
              )}
            </div>
            <TrainingNote model={model} />
            <Part title={t.parts.quality}>
              <Quality quality={model.quality} />
            </Part>
            {mayChange && (
              <Part title={`${t.parts.texts} · ${inFigures(model.examples)}`}>
                <ModelTexts model={model} />
              </Part>
            )}
            <WhereUsed kind="model" name={name} />
          </div>
          {mayChange && (
            <aside className={shared.aside} aria-label={t.parts.try}>
              <PartTitle>{t.parts.try}</PartTitle>
              <TryText name={name} trainedAt={model.trainedAt} />
            </aside>
          )}
        </div>
      </div>
    </DetailPane>
  );
}

function Part(props: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className={classes.part}>
      <PartTitle>{props.title}</PartTitle>
      {props.children}
    </section>
  );
}
