import { Text, Textarea, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { screen, type ScreenedMessage, type ScreeningRule } from '#dsl/screening-pattern/screening-rule.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import classes from '../knowledge.module.css';
import own from './rules.module.css';

const t = knowledge.rules;
const parts = ['subject', 'body', 'header'] as const;

/** A message to type or paste, and what the rule makes of it at once. */
export function TypedTest(props: { readonly rule: ScreeningRule | undefined }) {
  const { rule } = props;
  const [message, setMessage] = useState<ScreenedMessage>({ subject: '', body: '', headers: '' });
  const label = (part: (typeof parts)[number]): string =>
    rule === undefined || rule.fields[part] ? t.typed[part] : `${t.typed[part]} (${t.notLooked})`;
  const isEmpty = message.subject === '' && message.body === '' && message.headers === '';
  return (
    <>
      <TextInput
        label={label('subject')}
        size="xs"
        value={message.subject}
        onChange={(event) => setMessage({ ...message, subject: event.currentTarget.value })}
      />
      <Textarea
        label={label('body')}
        size="xs"
        value={message.body}
        autosize
        minRows={5}
        maxRows={14}
        onChange={(event) => setMessage({ ...message, body: event.currentTarget.value })}
      />
      <Textarea
        label={label('header')}
        size="xs"
        value={message.headers}
        autosize
        minRows={1}
        maxRows={8}
        placeholder="X-Priority: 1"
        onChange={(event) => setMessage({ ...message, headers: event.currentTarget.value })}
      />
      <output>
        {rule === undefined || isEmpty ? (
          <Text component="span" size="sm" className={classes.dim ?? ''}>
            {rule === undefined ? t.paused : t.typeFirst}
          </Text>
        ) : (
          <Verdict rule={rule} message={message} />
        )}
      </output>
    </>
  );
}

function Verdict(props: { readonly rule: ScreeningRule; readonly message: ScreenedMessage }) {
  const { rule, message } = props;
  const { matched, keys } = useMemo(() => screen(rule, message), [rule, message]);
  const judged = useMemo(() => judgeParts(rule, message), [rule, message]);
  const Icon = matched ? IconCircleCheck : IconCircleDashed;
  return (
    <div className={own.verdict} data-matched={matched}>
      <div className={`${own.head} ${matched ? own.yes : own.no}`}>
        <Icon size={18} aria-hidden />
        {matched ? t.matched : t.notMatched}
      </div>
      <div className={own.parts}>
        {judged.map(({ part, matches }) => (
          <span key={part}>
            {t.fields[part]}: {matches ? t.part.yes : t.part.no}
          </span>
        ))}
      </div>
      {Object.keys(keys).length > 0 && (
        <dl className={own.keys} aria-label={t.keys}>
          {Object.entries(keys).map(([key, value]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{key}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** Each ticked part by itself: a rule that looks at nothing else, over the same message. */
function judgeParts(rule: ScreeningRule, message: ScreenedMessage) {
  const none = { subject: false, body: false, header: false };
  return parts
    .filter((part) => rule.fields[part])
    .map((part) => ({ part, matches: screen({ ...rule, fields: { ...none, [part]: true } }, message).matched }));
}
