import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { testBench as t } from '../kit/messages/en/test-bench.ts';
import { Panes } from '../kit/panes.tsx';
import { BenchMedia } from './bench-media.tsx';
import { BenchConversations } from './bench-conversations.tsx';
import { answerTo } from './answer-to.ts';
import { ComposeMail } from './compose-mail.tsx';
import { type CustomerMail, firstMail } from './customer-mail.ts';
import classes from './test-bench.module.css';

const sizes = { left: 400 };
const labels = { left: t.compose };

/** The test bench: write as a customer, and watch what becomes of it. */
export function TestBenchPage() {
  const [mail, setMail] = useState<CustomerMail>(firstMail);
  const isNarrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const compose = (
    <>
      <BenchMedia media="email" />
      <ComposeMail mail={mail} onChange={setMail} />
    </>
  );
  const conversations = (
    <BenchConversations
      onReply={(conversation, answered) => {
        setMail((before) => answerTo(before, conversation, answered));
        document.querySelector('form')?.scrollIntoView({ block: 'start' });
      }}
    />
  );
  const heading = <h1 className={classes.hidden}>{t.title}</h1>;
  if (isNarrow)
    return (
      <div className={classes.narrow}>
        {heading}
        {compose}
        {conversations}
      </div>
    );
  return (
    <Panes name="test-bench" sizes={sizes} labels={labels} left={compose}>
      {heading}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes.scroll} tabIndex={0}>
        {conversations}
      </div>
    </Panes>
  );
}
