import { IconAlertTriangle, IconNote } from '@tabler/icons-react';
import { design as t } from '../kit/messages/en/design.ts';
import { BlockIcon } from '../kit/block-icon.tsx';
import classes from './block-card.module.css';
import type { BlockDescription } from './describe-block.ts';

/** What stands on the card of a block: picture, name, one line, and a mark when something is wrong. */
export function BlockCard(props: {
  readonly block: BlockDescription;
  readonly errors: number;
  readonly warnings: number;
  readonly note: string | undefined;
}) {
  const { block, errors, warnings, note } = props;
  const count = errors + warnings;
  return (
    <div className={classes.card}>
      <div className={classes.icon} title={block.typeLabel}>
        <BlockIcon icon={block.icon} size={18} />
      </div>
      <div className={classes.text}>
        <div className={classes.name}>{block.name}</div>
        <div className={classes.summary} title={block.summary}>
          {block.summary}
        </div>
      </div>
      {note !== undefined && <IconNote size={14} className={classes.note} aria-label={note} />}
      {count > 0 && (
        <span className={classes.badge} data-severity={errors > 0 ? 'error' : 'warning'} title={t.problemsOf(count)}>
          <IconAlertTriangle size={12} aria-hidden />
          {count}
        </span>
      )}
    </div>
  );
}
