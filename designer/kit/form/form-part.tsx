import { Fieldset } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './form-part.module.css';

/** A part of a form under a heading; fields stand below each other, or beside each other in a `FieldRow`. */
export function FormPart(props: { readonly title: string; readonly disabled?: boolean; readonly children: ReactNode }) {
  return (
    <Fieldset
      legend={props.title}
      variant="unstyled"
      className={classes.part ?? ''}
      disabled={props.disabled === true}
      classNames={{ legend: classes.legend ?? '' }}
    >
      {props.children}
    </Fieldset>
  );
}

/** Fields beside each other while there is room; `wide` gives the first one most of it. */
export function FieldRow(props: { readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <div className={classes.row} {...(props.wide === true && { 'data-wide': true })}>
      {props.children}
    </div>
  );
}

/** A form at a width that is good to read. */
export function FormBody(props: {
  readonly onFrame?: (element: HTMLDivElement | null) => void;
  readonly children: ReactNode;
}) {
  const { onFrame } = props;
  return (
    <div className={classes.body} ref={onFrame}>
      {props.children}
    </div>
  );
}
