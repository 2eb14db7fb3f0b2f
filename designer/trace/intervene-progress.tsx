import { Button, Modal, Progress } from '@mantine/core';
import { trace as t } from '../kit/messages/en/trace.ts';
import classes from './supervise-buttons.module.css';
import type { Intervening } from './use-intervene.ts';

/** How far an intervention is, with a way to stop it; afterwards what was refused, each with its reason. */
export function InterveneProgress(props: { readonly intervening: Intervening }) {
  const { progress, refusals, cancel, forgetRefusals } = props.intervening;
  return (
    <>
      {progress !== undefined && (
        <div className={classes.progress}>
          <span role="status">{t.act.progress(progress.done, progress.count)}</span>
          <Progress
            className={classes.track}
            aria-label={t.act.progress(progress.done, progress.count)}
            value={(100 * progress.done) / progress.count}
          />
          <Button variant="default" onClick={cancel}>
            {t.act.cancelRest}
          </Button>
        </div>
      )}
      <Modal opened={refusals.length > 0} onClose={forgetRefusals} title={t.act.refused(refusals.length)} size="lg">
        <p className={classes.dim}>{t.act.refusedHelp}</p>
        <ul className={classes.refusals}>
          {refusals.map(({ target, message }) => (
            <li key={target.id}>
              <strong>{target.subject === '' ? t.noSubject : target.subject}</strong>
              <span>{message}</span>
            </li>
          ))}
        </ul>
        <Button onClick={forgetRefusals}>{t.act.close}</Button>
      </Modal>
    </>
  );
}
