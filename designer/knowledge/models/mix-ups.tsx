import { Text } from '@mantine/core';
import type { ModelQuality } from '#dsl/protocol/knowledge.ts';
import { inFigures } from '../../kit/messages/in-figures.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import classes from './models.module.css';

const t = knowledge.models;
/** Rarer ones are as a rule single texts. */
const mostShown = 10;

/** The categories that are mixed up most often, with how often. */
export function MixUps({ confusions }: { readonly confusions: ModelQuality['confusions'] }) {
  const most = confusions.slice(0, mostShown);
  if (most.length === 0) return <Text size="sm">{t.mixUps.none}</Text>;
  return (
    <table className={classes.table} aria-label={t.mixUps.title}>
      <thead>
        <tr>
          <th scope="col">{t.mixUps.category}</th>
          <th scope="col">{t.mixUps.given}</th>
          <th scope="col" className={classes.number}>
            {t.mixUps.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {most.map(({ category, given, count }) => (
          <tr key={JSON.stringify([category, given])}>
            <td className={classes.name} title={category}>
              {category}
            </td>
            <td className={classes.name} title={given}>
              {given}
            </td>
            <td className={classes.number}>{inFigures(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
