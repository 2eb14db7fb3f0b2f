import { Button, Kbd, SegmentedControl, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { IconCornerUpLeft, IconSend, IconUserPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { parseAddress } from '../desktop/mail-address.ts';
import { testBench as t } from '../kit/messages/en/test-bench.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { useSendMail } from './bench-data.ts';
import classes from './compose-mail.module.css';
import { type CustomerMail, exampleOf, type MailKind, nextCustomer, readHeaders } from './customer-mail.ts';

/** The form that writes a mail as a customer does. */
export function ComposeMail(props: { readonly mail: CustomerMail; onChange(mail: CustomerMail): void }) {
  const { mail, onChange } = props;
  const send = useSendMail();
  const [isTried, setTried] = useState(false);
  const read = readHeaders(mail.headers);
  const addressFault = parseAddress(mail.address) === undefined ? t.addressWrong : undefined;
  const headerFault = 'wrong' in read ? t.headerWrong(read.wrong) : undefined;
  const change = (part: Partial<CustomerMail>): void => {
    if (send.isSuccess || send.isError) send.reset();
    onChange({ ...mail, ...part });
  };
  const submit = (): void => {
    setTried(true);
    if (addressFault !== undefined || headerFault !== undefined || send.isPending) return;
    send.mutate(mail, { onSuccess: () => onChange({ ...mail, answers: undefined }) });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a second way to press its button
    <form
      className={classes.form}
      aria-label={t.compose}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div>
        <h2 className={classes.title}>{t.compose}</h2>
        <p className={classes.help}>{t.composeHelp}</p>
      </div>
      <KindPicker kind={mail.kind} onPick={(kind) => change({ ...exampleOf(kind), answers: undefined })} />
      {mail.answers !== undefined && (
        <div className={classes.answers}>
          <IconCornerUpLeft size={16} aria-hidden />
          <span>{t.replyingTo(mail.answers.subject)}</span>
          <UnstyledButton
            className={classes.clear}
            aria-label={t.notReplying}
            title={t.notReplying}
            onClick={() => change({ answers: undefined })}
          >
            <IconX size={14} />
          </UnstyledButton>
        </div>
      )}
      <Fields
        mail={mail}
        addressFault={isTried ? addressFault : undefined}
        headerFault={headerFault}
        onChange={change}
      />
      <div className={classes.foot}>
        <Button
          type="submit"
          loading={send.isPending}
          leftSection={<IconSend size={15} />}
          rightSection={
            <Kbd size="xs" className={classes.kbd}>
              Ctrl ⏎
            </Kbd>
          }
        >
          {t.send}
        </Button>
      </div>
      <ProblemNote error={send.error} />
      {send.data !== undefined && (
        <output className={classes.taken} data-lost={send.data.interactionId === null}>
          <span>{send.data.interactionId === null ? t.sentNothing(send.data.reply) : t.sent(send.data.reply)}</span>
          {send.data.interactionId !== null && (
            <Link className={classes.link} to="/interactions/$id" params={{ id: send.data.interactionId }}>
              {t.trace}
            </Link>
          )}
        </output>
      )}
    </form>
  );
}

function KindPicker(props: { readonly kind: MailKind; onPick(kind: MailKind): void }) {
  const { kind, onPick } = props;
  return (
    <div>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t.kinds}
        value={kind}
        data={(Object.keys(t.kind) as MailKind[]).map((value) => ({ value, label: t.kind[value] }))}
        onChange={(value) => onPick(value as MailKind)}
      />
      <p className={classes.help}>{t.kindHelp[kind]}</p>
    </div>
  );
}

function Fields(props: {
  readonly mail: CustomerMail;
  readonly addressFault: string | undefined;
  readonly headerFault: string | undefined;
  onChange(part: Partial<CustomerMail>): void;
}) {
  const { mail, addressFault, headerFault, onChange } = props;
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label={t.name}
          value={mail.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t.address}
          value={mail.address}
          error={addressFault}
          onChange={(event) => onChange({ address: event.currentTarget.value })}
        />
      </div>
      <Button
        variant="subtle"
        className={classes.another}
        leftSection={<IconUserPlus size={15} />}
        onClick={() => onChange({ ...nextCustomer(mail.address), answers: undefined })}
      >
        {t.anotherCustomer}
      </Button>
      <TextInput
        label={t.to}
        description={t.toHelp}
        value={mail.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
      <TextInput
        label={t.subject}
        value={mail.subject}
        maxLength={998}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={t.text}
        autosize
        minRows={5}
        maxRows={14}
        value={mail.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      {(mail.kind === 'html' || mail.html !== '') && (
        <Textarea
          label={t.html}
          autosize
          minRows={3}
          maxRows={10}
          classNames={{ input: classes.code ?? '' }}
          value={mail.html}
          onChange={(event) => onChange({ html: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={t.headers}
        description={t.headersHelp}
        autosize
        minRows={mail.headers === '' ? 1 : 2}
        maxRows={8}
        error={headerFault}
        classNames={{ input: classes.code ?? '' }}
        value={mail.headers}
        onChange={(event) => onChange({ headers: event.currentTarget.value })}
      />
    </>
  );
}
