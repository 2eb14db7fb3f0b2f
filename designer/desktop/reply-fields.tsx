import { TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { InteractionDetail } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { workbins } from '../kit/messages/en/workbins.ts';
import { AddressField } from './address-field.tsx';
import { forwardInstead, othersOf, replyInstead, type ReplyDraft } from './reply-draft.ts';
import classes from './reply.module.css';

/** Who the reply goes to, and its subject. */
export function ReplyFields(props: {
  readonly interaction: InteractionDetail;
  readonly draft: ReplyDraft;
  onChange(change: Partial<ReplyDraft>): void;
}) {
  const { interaction, draft, onChange } = props;
  const [asked, setAsked] = useState<'cc' | 'bcc'>();
  const others = othersOf(interaction).filter((text) => ![...draft.to, ...draft.cc].includes(text));
  const showsCc = draft.cc.length > 0 || asked === 'cc';
  const showsBcc = draft.bcc.length > 0 || asked === 'bcc';
  return (
    <div className={classes.fields}>
      <div className={classes.row}>
        <AddressField label={t.to} value={draft.to} isRequired onChange={(to) => onChange({ to })} />
        <div className={classes.adders}>
          {interaction.message !== null &&
            (draft.forwards ? (
              <Adder label={workbins.replyInstead} onClick={() => onChange(replyInstead(interaction))} />
            ) : (
              <Adder label={workbins.forward} onClick={() => onChange(forwardInstead(interaction))} />
            ))}
          {!draft.forwards && others.length > 0 && (
            <Adder label={t.replyAll} onClick={() => onChange({ cc: [...draft.cc, ...others] })} />
          )}
          {!showsCc && <Adder label={t.cc} title={t.addCc} onClick={() => setAsked('cc')} />}
          {!showsBcc && <Adder label={t.bcc} title={t.addBcc} onClick={() => setAsked('bcc')} />}
        </div>
      </div>
      {draft.forwards && <p className={classes.forwarding}>{workbins.forwarding(filesOf(interaction))}</p>}
      {showsCc && (
        <AddressField label={t.cc} value={draft.cc} isFocused={asked === 'cc'} onChange={(cc) => onChange({ cc })} />
      )}
      {showsBcc && (
        <AddressField
          label={t.bcc}
          value={draft.bcc}
          isFocused={asked === 'bcc'}
          onChange={(bcc) => onChange({ bcc })}
        />
      )}
      <div className={classes.field}>
        <label className={classes.label} htmlFor="reply-subject">
          {t.subject}
        </label>
        <TextInput
          id="reply-subject"
          className={classes.input}
          variant="unstyled"
          size="sm"
          maxLength={998}
          value={draft.subject}
          onChange={(event) => onChange({ subject: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}

function filesOf({ message }: InteractionDetail): number {
  return message?.attachments.filter(({ inline }) => !inline).length ?? 0;
}

function Adder(props: { readonly label: string; readonly title?: string; onClick(): void }) {
  return (
    <UnstyledButton
      className={classes.adder}
      aria-label={props.title ?? props.label}
      title={props.title ?? props.label}
      onClick={props.onClick}
    >
      {props.label}
    </UnstyledButton>
  );
}
