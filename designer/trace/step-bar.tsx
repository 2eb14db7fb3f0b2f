import { ActionIcon, Slider } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { trace as t } from '../kit/messages/en/trace.ts';
import classes from './step-bar.module.css';

/** Goes back and forth through the steps of a run: by a slider, two buttons, and the keys J and K. */
export function StepBar(props: {
  readonly count: number;
  /** From 0; undefined before anybody has gone anywhere. */
  readonly step: number | undefined;
  readonly label: string;
  onStep(step: number): void;
}) {
  const { count, step, label, onStep } = props;
  const to = (next: number): void => onStep(Math.max(0, Math.min(count - 1, next)));
  const back = (): void => to((step ?? count) - 1);
  const forth = (): void => to((step ?? -1) + 1);
  useHotkeys([
    ['k', back],
    ['j', forth],
  ]);
  return (
    <div className={classes.bar}>
      <ActionIcon
        variant="default"
        aria-label={t.page.stepBack}
        aria-keyshortcuts="K"
        title={`${t.page.stepBack} (K)`}
        disabled={step === 0}
        onClick={back}
      >
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <Slider
        className={classes.slider ?? ''}
        size="sm"
        min={0}
        max={count - 1}
        step={1}
        value={step ?? count - 1}
        label={null}
        thumbLabel={t.page.steps}
        onChange={to}
      />
      <ActionIcon
        variant="default"
        aria-label={t.page.stepForth}
        aria-keyshortcuts="J"
        title={`${t.page.stepForth} (J)`}
        disabled={step === count - 1}
        onClick={forth}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
      <output className={classes.label}>{step === undefined ? t.page.goThrough(count) : label}</output>
    </div>
  );
}
