import type { ModelQuality } from '#dsl/protocol/knowledge.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import classes from './models.module.css';
import { ShareBar } from './share-bar.tsx';

const t = knowledge.models;
/** In percent; between them a model mostly changes little. */
const shown: ReadonlySet<number> = new Set([0, 30, 50, 60, 70, 80, 90, 95]);

/** What a minimum confidence in the Classify block would do: how many texts it lets pass, and how many of those are right. */
export function MinimumConfidence({ curve }: { readonly curve: ModelQuality['curve'] }) {
  const points = curve.filter(({ confidence }) => shown.has(confidence));
  return (
    <table className={classes.table} aria-label={t.minimum.title}>
      <thead>
        <tr>
          <th scope="col">{t.minimum.title}</th>
          <th scope="col">{t.minimum.classified}</th>
          <th scope="col">{t.minimum.right}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ confidence, classified, accuracy }) => (
          <tr key={confidence}>
            <td>{t.percent(confidence / 100)}</td>
            <Cell label={t.minimum.classified} share={classified} />
            <Cell label={t.minimum.right} share={accuracy} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: { readonly label: string; readonly share: number | null }) {
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
