import classes from './supervisor.module.css';

/** Widest a large bar gets, in pixels. */
export const barWidth = 140;

/** Numbers one after the other as small bars; `spoken` says what they show. */
export function SparkBars(props: {
  readonly values: readonly number[];
  readonly spoken: string;
  readonly isLarge?: boolean;
}) {
  const { values, spoken, isLarge = false } = props;
  const most = Math.max(1, ...values);
  return (
    <svg
      className={isLarge ? classes.bars : classes.spark}
      style={isLarge ? { maxWidth: values.length * barWidth } : undefined}
      viewBox={`0 0 ${Math.max(1, values.length)} 20`}
      preserveAspectRatio="none"
      role="img"
      aria-label={spoken}
    >
      <title>{spoken}</title>
      {values.map((value, index) => (
        <rect
          // moments have no name but their place
          key={index}
          x={index + 0.1}
          width={0.8}
          y={20 - (value / most) * 20}
          height={(value / most) * 20}
        />
      ))}
    </svg>
  );
}
