import { knowledge } from '../../kit/messages/en/knowledge.ts';
import classes from './models.module.css';

const t = knowledge.models;

// under an even chance a figure deserves a second look
const low = 0.5;

/** A share from 0 to 1 as a bar. */
export function ShareBar(props: { readonly label: string; readonly share: number }) {
  const { label, share } = props;
  return (
    <div className={classes.bar} role="img" aria-label={t.bar(label, share)}>
      <span className={classes.fill} data-low={share < low} style={{ width: `${Math.round(share * 1000) / 10}%` }} />
    </div>
  );
}
