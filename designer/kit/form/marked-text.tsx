import { Input, Textarea, UnstyledButton } from '@mantine/core';
import { type ReactNode, type Ref, useId, useImperativeHandle, useMemo, useRef } from 'react';
import classes from './marked-text.module.css';
import { type TextMark, textPieces } from './text-pieces.ts';

/** Something to say about a place in the text. */
export interface TextProblem {
  readonly kind: 'error' | 'warning';
  /** Where it begins, from 0, and how many characters it covers. */
  readonly at: number;
  readonly length: number;
  readonly message: string;
}

/** What a page may ask of the field. */
export interface MarkedTextHandle {
  /** Puts a text where the caret is, in place of what is selected; `select` says which part of it is selected then. */
  readonly insert: (text: string, select?: readonly [from: number, to: number]) => void;
}

/** A text field that shows where in the text something stands or is wrong. */
export interface MarkedTextProps {
  readonly label: string;
  /** Stands at the right of the label. */
  readonly aside?: ReactNode;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly marks?: readonly TextMark[];
  readonly problems?: readonly TextProblem[];
  /** How the place of a problem is told. */
  readonly placeOf: (at: number) => string;
  /** What is wrong with the text as a whole. */
  readonly error?: string | undefined;
  readonly rows?: number;
  /** One line: Enter does nothing and pasted breaks become blanks. */
  readonly isLine?: boolean;
  readonly isMono?: boolean;
  readonly disabled?: boolean;
  readonly handle?: Ref<MarkedTextHandle>;
}

/** The field. Each problem below it leads to its place. */
export function MarkedText(props: MarkedTextProps) {
  const { value, marks = [], problems = [], isLine = false } = props;
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const pieces = useMemo(() => textPieces(value, [...marks, ...problems]), [value, marks, problems]);
  const isWrong = props.error !== undefined || problems.some(({ kind }) => kind === 'error');
  useImperativeHandle(props.handle, () => ({ insert: (text, select) => insertAtCaret(input.current, text, select) }));
  const change = (text: string): void => props.onChange(isLine ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text);
  const mono = props.isMono === true ? classes.mono : '';
  return (
    <div>
      <div style={{ display: 'flex', alignItems: 'end', justifyContent: 'space-between', marginBottom: 4 }}>
        <Input.Label htmlFor={id}>{props.label}</Input.Label>
        {props.aside}
      </div>
      <div className={classes.field}>
        <div className={classes.back} />
        <div className={`${classes.marks} ${mono}`} aria-hidden>
          {pieces.map(({ text, kind }, index) =>
            // pieces have no name of their own but their place
            kind === undefined ? (
              text
            ) : (
              <mark key={`${index} ${kind}`} data-kind={kind}>
                {text}
              </mark>
            ),
          )}
        </div>
        <Textarea
          id={id}
          ref={input}
          value={value}
          onChange={(event) => change(event.currentTarget.value)}
          onKeyDown={(event) => isLine && event.key === 'Enter' && event.preventDefault()}
          autosize
          minRows={props.rows ?? (isLine ? 1 : 6)}
          error={isWrong}
          disabled={props.disabled === true}
          spellCheck={props.isMono !== true}
          aria-describedby={`${id}-about`}
          classNames={{ input: `${classes.input} ${mono}` }}
        />
      </div>
      <div id={`${id}-about`}>
        {props.error !== undefined && <Input.Error mt={5}>{props.error}</Input.Error>}
        <Problems problems={problems} placeOf={props.placeOf} onGo={(problem) => goTo(input.current, problem)} />
        {props.hint !== undefined && <Input.Description mt={5}>{props.hint}</Input.Description>}
      </div>
    </div>
  );
}

function Problems(props: {
  readonly problems: readonly TextProblem[];
  readonly placeOf: (at: number) => string;
  readonly onGo: (problem: TextProblem) => void;
}) {
  if (props.problems.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {props.problems.map((problem) => (
        <li key={`${problem.at} ${problem.message}`}>
          <UnstyledButton className={classes.problem} data-kind={problem.kind} onClick={() => props.onGo(problem)}>
            <span className={classes.place}>{props.placeOf(problem.at)}</span>
            <span>{problem.message}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

function goTo(input: HTMLTextAreaElement | null, { at, length }: TextProblem): void {
  input?.focus();
  input?.setSelectionRange(at, at + length);
}

function insertAtCaret(
  input: HTMLTextAreaElement | null,
  text: string,
  select: readonly [number, number] = [text.length, text.length],
): void {
  if (input === null) return;
  const { selectionStart: from, selectionEnd: to } = input;
  input.focus();
  input.setSelectionRange(from, to);
  // the browser's own insertion keeps its undo; where it is gone, React hears of the change by the event
  if (!document.execCommand('insertText', false, text)) {
    input.setRangeText(text, from, to, 'end');
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  input.setSelectionRange(from + select[0], from + select[1]);
}
