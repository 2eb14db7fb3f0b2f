import { Text } from '@mantine/core';
import type { ModelQuality } from '#dsl/protocol/knowledge.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { f1Of } from './f1-of.ts';
import classes from './models.module.css';
import { MinimumConfidence } from './minimum-confidence.tsx';
import { MixUps } from './mix-ups.tsx';
import { ShareBar } from './share-bar.tsx';
import { inFigures } from '../../kit/messages/in-figures.ts';

const t = knowledge.models;
type Category = ModelQuality['categories'][number];

/** How well a model does: as a whole, and for each category, the weakest first. */
export function Quality({ quality }: { readonly quality: ModelQuality | null }) {
  if (quality === null) {
    return (
      <Text size="sm" className={classes.dim ?? ''}>
        {t.qualityNone}
      </Text>
    );
  }
  const categories = quality.categories.toSorted((one, other) => (f1Of(one) ?? -1) - (f1Of(other) ?? -1));
  return (
    <>
      {quality.accuracy === null ? (
        <Text size="sm" className={classes.dim ?? ''}>
          {t.accuracyNone}
        </Text>
      ) : (
        <div className={classes.big}>
          <span className={classes.figure}>{t.percent(quality.accuracy)}</span>
          <Text size="sm" className={classes.dim ?? ''}>
            {t.accuracyHelp(quality.heldBack)}
          </Text>
        </div>
      )}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t.table.category}</th>
            <th scope="col" className={classes.number}>
              {t.table.examples}
            </th>
            <th scope="col">{t.table.precision}</th>
            <th scope="col">{t.table.recall}</th>
            <th scope="col">{t.table.f1}</th>
          </tr>
        </thead>
        <tbody>
          {categories.map((category) => (
            <Row key={category.name} category={category} />
          ))}
        </tbody>
      </table>
      <Text size="xs" className={classes.dim ?? ''}>
        {t.tableHelp}
      </Text>
      {quality.heldBack > 0 && (
        <>
          <MinimumConfidence curve={quality.curve} />
          <Text size="xs" className={classes.dim ?? ''}>
            {t.minimum.help}
          </Text>
          <MixUps confusions={quality.confusions} />
        </>
      )}
    </>
  );
}

function Row({ category }: { readonly category: Category }) {
  const { name, examples, precision, recall } = category;
  return (
    <tr>
      <td className={classes.name} title={name}>
        {name}
      </td>
      <td className={classes.number}>{inFigures(examples)}</td>
      <Share label={t.table.precision} share={precision} />
      <Share label={t.table.recall} share={recall} />
      <Share label={t.table.f1} share={f1Of(category)} />
    </tr>
  );
}

function Share(props: { readonly label: string; readonly share: number | null }) {
  const { label, share } = props;
  if (share === null) return <td className={classes.dim}>{t.unknown}</td>;
  return (
    <td>
      <div className={classes.share}>
        <ShareBar label={label} share={share} />
        <span>{t.percent(share)}</span>
      </div>
    </td>
  );
}
