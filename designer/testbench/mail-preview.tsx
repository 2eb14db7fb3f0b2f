import type { OutgoingMail } from '#dsl/protocol/test-bench.ts';
import { addressText } from '../desktop/mail-address.ts';
import { MailFrame } from '../desktop/mail-frame.tsx';
import { testBench as t } from '../kit/messages/en/test-bench.ts';
import classes from './conversation-card.module.css';

/** A mail that came out, as the customer sees it. */
export function MailPreview(props: { readonly mail: OutgoingMail }) {
  const { mail } = props;
  return (
    <div className={classes.preview}>
      <p className={classes.dim}>
        {mail.from !== null && `${addressText(mail.from)} → `}
        {mail.to.map(addressText).join(', ')}
      </p>
      <p className={classes.previewSubject}>{mail.subject === '' ? t.noSubject : mail.subject}</p>
      {mail.html === null || mail.html === '' ? (
        <div className={classes.previewText}>{mail.text}</div>
      ) : (
        <MailFrame html={mail.html} showsImages={false} />
      )}
      {mail.outcome !== null && <p className={classes.dim}>{t.answered(mail.outcome)}</p>}
    </div>
  );
}
