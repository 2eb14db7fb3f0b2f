import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { InteractionLogEvent } from '#dsl/protocol/interactions.ts';
import { trace as t } from '../kit/messages/en/trace.ts';
import { describeEvent } from './describe-event.ts';
import classes from './event-list.module.css';
import { spanText } from './run-steps.ts';
import { formatLocale } from '../kit/messages/format-locale.ts';

const day = new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium' });
const clock = new Intl.DateTimeFormat(formatLocale(), {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** The events of an interaction in order, with the time between them; those of a run lead to its path. */
export function EventList(props: {
  readonly events: readonly InteractionLogEvent[];
  readonly runId: string | undefined;
  onRun(runId: string): void;
}) {
  const { events, runId, onRun } = props;
  return (
    <section className={classes.pane} aria-label={t.page.events}>
      <h2 className={classes.title}>{t.page.events}</h2>
      {events.length === 0 && <p className={classes.dim}>{t.page.eventsEmpty}</p>}
      <ol className={classes.list}>
        {events.map((event, index) => (
          <EventItem
            key={event.id}
            event={event}
            before={events[index - 1]}
            isOfRun={runId !== undefined && event.party?.runId === runId}
            onRun={onRun}
          />
        ))}
      </ol>
    </section>
  );
}

function EventItem(props: {
  readonly event: InteractionLogEvent;
  readonly before: InteractionLogEvent | undefined;
  readonly isOfRun: boolean;
  onRun(runId: string): void;
}) {
  const { event, before, isOfRun, onRun } = props;
  const [isOpen, setOpen] = useState(false);
  const { title, detail } = describeEvent(event);
  const at = new Date(event.at);
  const isNewDay = before === undefined || day.format(at) !== day.format(new Date(before.at));
  const gap = before === undefined ? 0 : at.getTime() - Date.parse(before.at);
  const runId = event.party?.runId;
  return (
    <li className={classes.item} data-run={isOfRun} data-kind={event.kind}>
      {isNewDay && <p className={classes.day}>{day.format(at)}</p>}
      <UnstyledButton
        className={classes.event}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
          if (runId !== undefined) onRun(runId);
        }}
      >
        <span className={classes.when}>
          <time dateTime={event.at}>{clock.format(at)}</time>
          {gap >= 1000 && <span className={classes.gap}>+{spanText(gap)}</span>}
        </span>
        <span className={classes.what}>{title}</span>
        {detail !== '' && <span className={classes.detail}>{detail}</span>}
      </UnstyledButton>
      {isOpen && Object.keys(event.facts).length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <pre className={classes.facts} tabIndex={0} aria-label={t.page.facts}>
          {JSON.stringify(event.facts, null, 2)}
        </pre>
      )}
    </li>
  );
}
