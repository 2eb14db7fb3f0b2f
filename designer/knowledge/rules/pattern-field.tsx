import { Tooltip, UnstyledButton } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { parsePattern } from '#dsl/screening-pattern/parse-pattern.ts';
import { MarkedText, type MarkedTextHandle } from '../../kit/form/marked-text.tsx';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { patternWords } from './pattern-words.ts';
import { patternProblems } from './rule-draft.ts';
import classes from './rules.module.css';

const t = knowledge.rules;

interface Term {
  readonly text: string;
  readonly help: string;
  /** Selected after it was put in, to be written over. */
  readonly select?: readonly [number, number];
}

const terms: readonly Term[] = [
  { text: 'Find("text")', help: t.terms.find, select: [6, 10] },
  { text: 'RegExFind("\\d+")', help: t.terms.regexFind, select: [11, 14] },
  { text: 'RegExMatch(".*")', help: t.terms.regexMatch, select: [12, 14] },
  { text: ' && ', help: t.terms.and },
  { text: ' || ', help: t.terms.or },
  { text: '!', help: t.terms.not },
];

/** The pattern of a rule: faults at their character, what it says in words, and buttons for its few terms. */
export function PatternField(props: {
  readonly value: string;
  readonly onChange: (pattern: string) => void;
  readonly disabled: boolean;
  readonly error?: string | undefined;
}) {
  const { value, disabled } = props;
  const field = useRef<MarkedTextHandle>(null);
  const problems = useMemo(() => patternProblems(value), [value]);
  const words = useMemo(() => {
    const parsed = parsePattern(value);
    return 'errors' in parsed ? undefined : patternWords(parsed.pattern);
  }, [value]);
  return (
    <>
      <MarkedText
        label={t.pattern}
        hint={t.patternHint}
        value={value}
        onChange={props.onChange}
        problems={problems}
        placeOf={(at) => t.character(at + 1)}
        error={problems.some(({ kind }) => kind === 'error') ? undefined : props.error}
        rows={3}
        isMono
        disabled={disabled}
        handle={field}
        {...(!disabled && { aside: <Terms onPick={({ text, select }) => field.current?.insert(text, select)} /> })}
      />
      {words !== undefined && (
        <div className={classes.words}>
          <strong>{t.inWords}:</strong> {words}
        </div>
      )}
    </>
  );
}

function Terms(props: { readonly onPick: (term: Term) => void }) {
  return (
    <div className={classes.terms} role="group" aria-label={t.insert}>
      {terms.map((term) => (
        <Tooltip key={term.text} label={term.help}>
          <UnstyledButton
            className={classes.term}
            aria-label={`${term.text.trim().replace(/\(.*/, '')}: ${term.help}`}
            onClick={() => props.onPick(term)}
          >
            {term.text.trim().replace(/\(.*/, '')}
          </UnstyledButton>
        </Tooltip>
      ))}
    </div>
  );
}
