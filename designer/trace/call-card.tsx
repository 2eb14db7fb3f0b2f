import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { trace as t } from '../kit/messages/en/trace.ts';
import classes from './block-calls.module.css';
import { callMs, spanText } from './run-steps.ts';
import type { Call } from './trace-data.ts';

/** One host call: what was asked, what came back or went wrong, and how long it took. */
export function CallCard(props: { readonly call: Call; readonly isOpenAtFirst: boolean }) {
  const { call } = props;
  const [isOpen, setOpen] = useState(props.isOpenAtFirst);
  const isFailed = call.error !== null;
  return (
    <article className={classes.call} data-failed={isFailed} aria-label={t.page.call(call.name, call.seq + 1)}>
      <UnstyledButton className={classes.callHead} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isFailed ? <IconAlertTriangle size={15} aria-label={t.page.error} /> : <IconCheck size={15} aria-hidden />}
        <strong>{call.name}</strong>
        <span className={classes.span} title={t.page.duration}>
          {spanText(callMs(call))}
        </span>
      </UnstyledButton>
      {isOpen && (
        <div className={classes.callBody}>
          <Json label={t.page.input} value={call.params} />
          {isFailed ? (
            <Json label={t.page.error} value={call.error} />
          ) : (
            <Json label={t.page.result} value={call.result} />
          )}
        </div>
      )}
    </article>
  );
}

function Json(props: { readonly label: string; readonly value: Call['params'] }) {
  return (
    <figure className={classes.json}>
      <figcaption>{props.label}</figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{JSON.stringify(props.value, null, 2)}</pre>
    </figure>
  );
}
