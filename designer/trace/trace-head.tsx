import { IconArrowUpRight, IconCornerUpLeft, IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { InteractionDetail } from '#dsl/protocol/interactions.ts';
import { useMe } from '../app/session.ts';
import { addressText } from '../desktop/mail-address.ts';
import { trace as t } from '../kit/messages/en/trace.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import { StateChip } from './state-chip.tsx';
import { InterveneProgress } from './intervene-progress.tsx';
import { SuperviseButtons } from './supervise-buttons.tsx';
import { maySupervise } from './supervise.ts';
import classes from './trace-head.module.css';
import { useIntervene } from './use-intervene.ts';

/** What the interaction is and where it stands, what a supervisor may do with it, and where it leads. */
export function TraceHead(props: { readonly interaction: InteractionDetail }) {
  const { interaction } = props;
  const { subject, from, to, receivedAt, stoppedAt, priority, contact, problem, message } = interaction;
  const me = useMe();
  const intervening = useIntervene();
  const name = [contact?.firstName, contact?.lastName].filter(Boolean).join(' ');
  const facts = [
    t.media(interaction.media),
    from === null ? t.unknownSender : addressText(from),
    to === null ? undefined : `→ ${to}`,
    name === '' ? undefined : `${t.page.contact} ${name}`,
    t.page.priority(priority),
  ];
  return (
    <div className={classes.head}>
      <div className={classes.title}>
        <h1 className={classes.subject}>{subject === '' ? t.noSubject : subject}</h1>
        <StateChip interaction={interaction} isLong />
      </div>
      <p className={classes.facts}>
        {facts.filter((fact) => fact !== undefined).join(' · ')} · {t.page.received} <RelativeTime at={receivedAt} />
        {stoppedAt !== null && (
          <>
            {' · '}
            {t.page.finished} <RelativeTime at={stoppedAt} />
          </>
        )}
      </p>
      <div className={classes.row}>
        <Related interaction={interaction} />
        <span className={classes.fill} />
        {message?.direction === 'in' && (
          <a className={classes.link} href={`/api/interactions/${interaction.id}/raw`} download>
            <IconDownload size={15} aria-hidden /> {t.page.raw}
          </a>
        )}
        {maySupervise(me.role) && interaction.state !== 'stopped' && intervening.progress === undefined && (
          <SuperviseButtons targets={[interaction]} intervening={intervening} />
        )}
        <InterveneProgress intervening={intervening} />
      </div>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {[problem.strategy, problem.block].filter(Boolean).join(', ')}
          {problem.strategy !== undefined && ': '}
          {problem.message}
        </p>
      )}
    </div>
  );
}

// more would push the trace out of sight
const shownChildren = 4;

function Related(props: { readonly interaction: InteractionDetail }) {
  const { parentId, children } = props.interaction;
  return (
    <>
      {parentId !== null && (
        <Link className={classes.link} to="/interactions/$id" params={{ id: parentId }}>
          <IconCornerUpLeft size={15} aria-hidden /> {t.page.toParent}
        </Link>
      )}
      {children.slice(0, shownChildren).map((child) => (
        <Link key={child.id} className={classes.link} to="/interactions/$id" params={{ id: child.id }}>
          <IconArrowUpRight size={15} aria-hidden />
          <span className={classes.child}>{child.subject === '' ? t.noSubject : child.subject}</span>
          <StateChip interaction={child} />
        </Link>
      ))}
      {children.length > shownChildren && (
        <span className={classes.more}>{t.page.moreChildren(children.length - shownChildren)}</span>
      )}
    </>
  );
}
