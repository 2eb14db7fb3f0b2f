import { Checkbox } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { whoOf } from '../desktop/mail-address.ts';
import { trace as t } from '../kit/messages/en/trace.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import classes from './interactions.module.css';
import { StateChip } from './state-chip.tsx';

/** A line of the list: leads to the trace, and can be selected by those who may intervene. */
export const InteractionRow = memo(function InteractionRow(props: {
  readonly interaction: InteractionSummary;
  readonly rowIndex: number;
  readonly isSelected: boolean | undefined;
  onSelect(id: string, isSelected: boolean): void;
}) {
  const { interaction, rowIndex, isSelected, onSelect } = props;
  const { id, subject, from, to, receivedAt, priority, problem } = interaction;
  const isOut = interaction.type === 'Outbound';
  const shown = subject === '' ? t.noSubject : subject;
  const Direction = isOut ? IconArrowUpRight : IconArrowDownLeft;
  return (
    <div className={classes.row} role="row" aria-rowindex={rowIndex} data-selected={isSelected === true}>
      {isSelected !== undefined && (
        <div role="cell" className={classes.check}>
          <Checkbox
            size="xs"
            aria-label={t.list.select(shown)}
            checked={isSelected}
            onChange={(event) => onSelect(id, event.currentTarget.checked)}
          />
        </div>
      )}
      <div role="cell" className={classes.who}>
        <Direction size={15} aria-hidden />
        <span>{isOut ? (to ?? t.unknownSender) : whoOf(from, t.unknownSender)}</span>
      </div>
      <div role="cell" className={classes.subject}>
        <Link to="/interactions/$id" params={{ id }} preload={false}>
          {shown}
        </Link>
        {problem !== null && <span className={classes.problem}>{problem.message}</span>}
      </div>
      <div role="cell" className={classes.state}>
        <StateChip interaction={interaction} isLong />
      </div>
      <div role="cell" className={classes.priority}>
        {priority}
      </div>
      <div role="cell" className={classes.when}>
        <RelativeTime at={receivedAt} />
      </div>
    </div>
  );
});
