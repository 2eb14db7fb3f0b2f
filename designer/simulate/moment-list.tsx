import { IconChevronRight, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { Moment } from '#dsl/simulate/simulation.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import { useEditor } from '../process/editor-context.tsx';
import { describeBlock } from '../strategy/describe-block.ts';
import classes from './simulate.module.css';
import { useTrial } from './trial-context.tsx';

/** Blocks in the order they were taken; choosing one shows what it found, and selects it on the canvas. */
export function MomentList() {
  const { strategy: name, simulation } = useTrial();
  const strategies = useEditor((state) => state.snapshot.document.strategies);
  const select = useEditor((state) => state.select);
  const moments = simulation.now?.moments ?? [];
  const shown = simulation.shown ?? moments.length - 1;
  const titleOf = ({ strategy, block }: Moment): string => {
    const instance = strategies?.[strategy]?.blocks[block];
    const title = instance === undefined ? block : describeBlock(instance).name;
    return strategy === name ? title : `${strategy}: ${title}`;
  };
  return (
    <ol className={classes.list} aria-label={t.steps}>
      {moments.map((moment, index) => (
        // a block may be taken many times: its place tells it apart
        <li key={`${index} ${moment.block}`}>
          <button
            type="button"
            className={classes.item}
            aria-current={index === shown}
            data-depth={moment.strategy === name ? 0 : 1}
            onClick={() => {
              simulation.show(index);
              if (moment.strategy === name) select([moment.block]);
            }}
          >
            <StepIcon moment={moment} />
            <span>{t.stepOf(titleOf(moment), moment.port)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function StepIcon({ moment }: { readonly moment: Moment }) {
  if (moment.port === undefined) return <IconChevronRight size={16} aria-hidden color="var(--sb-accent)" />;
  return moment.port === 'error' ? (
    <IconCircleX size={16} aria-hidden color="var(--sb-bad)" />
  ) : (
    <IconCircleCheck size={16} aria-hidden color="var(--sb-good)" />
  );
}
