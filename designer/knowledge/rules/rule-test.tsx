import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { ScreeningRule } from '#dsl/screening-pattern/screening-rule.ts';
import { PartTitle } from '../../kit/list/part-title.tsx';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import classes from '../knowledge.module.css';
import { RecentHits } from './recent-hits.tsx';
import { TypedTest } from './typed-test.tsx';

const t = knowledge.rules;

/** Where a rule is tried as it stands, with the runtime's own code: over a text, or over what came in lately. */
export function RuleTest(props: { readonly rule: ScreeningRule | undefined }) {
  const { rule } = props;
  const [over, setOver] = useState<'typed' | 'recent'>('typed');
  return (
    <aside className={classes.aside} aria-label={t.test}>
      <PartTitle>{t.test}</PartTitle>
      <SegmentedControl
        aria-label={t.test}
        size="xs"
        value={over}
        onChange={(value) => setOver(value as 'typed' | 'recent')}
        data={(['typed', 'recent'] as const).map((value) => ({ value, label: t.tabs[value] }))}
      />
      {over === 'typed' && <TypedTest rule={rule} />}
      {over === 'recent' &&
        (rule === undefined ? (
          <Text size="sm" className={classes.dim ?? ''}>
            {t.paused}
          </Text>
        ) : (
          <RecentHits rule={rule} />
        ))}
    </aside>
  );
}
