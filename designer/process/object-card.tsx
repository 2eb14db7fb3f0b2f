import { IconAlertTriangle, IconClockHour4, IconPlayerPause } from '@tabler/icons-react';
import { shownCondition } from '#dsl/block/condition-field.ts';
import { Link } from '@tanstack/react-router';
import { design as t } from '../kit/messages/en/design.ts';
import { watch } from '../kit/messages/en/watch.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import classes from './object-card.module.css';
import { ObjectIcon } from './object-icon.tsx';
import type { DrawnParts, ProcessNode } from './process-graph.ts';
import { useCounts } from './use-counts.ts';

/** How much is wrong with an object. */
export interface ProblemCount {
  readonly errors: number;
  readonly warnings: number;
}

/** What stands on the card of an object: picture, name, one line from its settings, live numbers. */
export function ObjectCard(props: {
  readonly node: ProcessNode;
  readonly line: string;
  readonly isOff: boolean;
  readonly problems: ProblemCount;
}) {
  const { node, line, isOff, problems } = props;
  const count = problems.errors + problems.warnings;
  return (
    <div
      className={classes.card}
      data-kind={node.kind}
      data-off={isOff}
      title={node.kind === 'submitter' ? line : undefined}
    >
      <span className={classes.icon}>
        {isOff ? <IconPlayerPause size={18} aria-hidden /> : <ObjectIcon kind={node.kind} />}
      </span>
      <span className={classes.text} hidden={node.kind === 'submitter'}>
        <span className={classes.name}>{titleOf(node)}</span>
        {line !== '' && <span className={classes.line}>{line}</span>}
        {(node.kind === 'queue' || node.kind === 'workbin') && <QueueChips queue={node.name} />}
        {node.kind === 'strategy' && <StrategyChip strategy={node.name} />}
      </span>
      {count > 0 && (
        <span
          className={classes.badge}
          data-severity={problems.errors > 0 ? 'error' : 'warning'}
          title={t.problemsOf(count)}
        >
          <IconAlertTriangle size={12} aria-hidden />
          {count}
        </span>
      )}
    </div>
  );
}

function QueueChips(props: { readonly queue: string }) {
  const counts = useCounts()?.queues[props.queue];
  const queued = counts?.queued ?? 0;
  const held = counts?.held ?? 0;
  return (
    <span className={classes.chips}>
      {/* by keyboard the way leads over the side of the canvas: a stop at each queue would only be in the way */}
      <Link
        to="/interactions"
        search={{ queue: props.queue }}
        preload={false}
        tabIndex={-1}
        className={`${classes.chip} nodrag`}
        data-some={queued > 0}
        title={watch.openQueue(props.queue)}
      >
        {t.chips.queued(queued)}
      </Link>
      {held > 0 && (
        <span className={classes.chip} data-held>
          {t.chips.held(held)}
        </span>
      )}
      {counts !== undefined && counts.oldestAt !== null && (
        <span className={classes.oldest} title={t.chips.oldest}>
          <IconClockHour4 size={12} aria-hidden /> <RelativeTime at={counts.oldestAt} />
        </span>
      )}
    </span>
  );
}

function StrategyChip(props: { readonly strategy: string }) {
  const running = useCounts()?.strategies[props.strategy] ?? 0;
  return (
    <span className={classes.chips}>
      <span className={classes.chip} data-some={running > 0}>
        {t.chips.inFlight(running)}
      </span>
    </span>
  );
}

/** How an object is called on the canvas. */
export function titleOf(node: Pick<ProcessNode, 'kind' | 'name'>): string {
  if (node.kind === 'stop') return t.stop;
  return node.kind === 'submitter' ? t.kinds.submitter : node.name;
}

/** One line about an object, from its settings. */
export function lineOf(node: ProcessNode, process: DrawnParts): string {
  const { object } = node;
  switch (object?.kind) {
    case 'endpoint':
      return process.endpoints[object.name]?.media ?? '';
    case 'queue': {
      const queue = process.queues[object.name];
      if (queue?.workbin !== undefined) return t.workbinOf[queue.workbin.owner];
      return queue?.parking === true ? t.parking : '';
    }
    case 'view': {
      const view = process.queues[object.queue]?.views[object.name];
      if (view === undefined) return '';
      return view.condition === undefined || view.condition.rules.length === 0
        ? t.orderBy(view.order.join(', '))
        : shownCondition(view.condition);
    }
    case 'submitter': {
      const submitter = process.queues[object.queue]?.views[object.name]?.submitter;
      return submitter?.enabled === false ? t.submitterOff : t.submitterMost(submitter?.maxInFlight ?? 0);
    }
    case 'strategy': {
      const strategy = process.strategies[object.name];
      return strategy?.kind === 'subroutine' ? t.subroutine : '';
    }
    case undefined:
      return node.kind === 'stop' ? '' : t.kinds[node.kind];
  }
}

/** Whether an object is switched off, so that nothing passes it. */
export function isOff(node: ProcessNode, process: DrawnParts): boolean {
  const { object } = node;
  if (object?.kind === 'view') return process.queues[object.queue]?.views[object.name]?.enabled === false;
  if (object?.kind !== 'submitter') return false;
  return process.queues[object.queue]?.views[object.name]?.submitter?.enabled === false;
}
