import type { ReactNode } from 'react';
import classes from './inspector.module.css';

/** Top of an inspector: what is selected. `tools` stand at its right. */
export function InspectorHead(props: {
  readonly kind: string;
  readonly title: string;
  readonly hue: string;
  readonly icon?: ReactNode;
  readonly tools?: ReactNode;
}) {
  return (
    <header className={classes.head} style={{ '--hue': `var(${props.hue})` } as React.CSSProperties}>
      {props.icon !== undefined && <span className={classes.headIcon}>{props.icon}</span>}
      <div className={classes.headText}>
        <div className={classes.headKind}>{props.kind}</div>
        <h2 className={classes.headTitle} style={{ margin: 0 }} title={props.title}>
          {props.title}
        </h2>
      </div>
      {props.tools}
    </header>
  );
}
