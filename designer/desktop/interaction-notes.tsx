import { IconNote } from '@tabler/icons-react';
import { workbins as t } from '../kit/messages/en/workbins.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import classes from './conversation.module.css';
import { useInteraction } from './interaction-data.ts';

/** What colleagues wrote when they passed the interaction on, newest first. */
export function InteractionNotes(props: { readonly id: string }) {
  const { data } = useInteraction(props.id);
  if (data === undefined || data.notes.length === 0) return null;
  return (
    <section className={classes.notes} aria-label={t.notes}>
      {data.notes.slice(0, 3).map(({ at, by, text }) => (
        <p key={at} className={classes.note}>
          <IconNote size={16} aria-hidden />
          <span>
            <b>{t.noteOf(by)}</b> {text}{' '}
            <span className={classes.noteTime}>
              <RelativeTime at={at} />
            </span>
          </span>
        </p>
      ))}
    </section>
  );
}
