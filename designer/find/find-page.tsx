import { Button, Checkbox, Text, TextInput, Title } from '@mantine/core';
import { IconReplace, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '../kit/empty-state.tsx';
import { ConfirmDialog } from '../kit/form/confirm-dialog.tsx';
import { Loading } from '../kit/loading.tsx';
import { find as t } from '../kit/messages/en/find.ts';
import { ProblemNote } from '../kit/problem.tsx';
import classes from './find.module.css';
import { MatchRow } from './match-row.tsx';
import { refusalOf } from './replace-matches.ts';
import { type Found, useFind } from './use-find.tsx';

// more rows than anybody reads would only slow the page
const mostRows = 300;

/** Finds in all drafts of all processes, leads there, and replaces. */
export function FindPage() {
  const { text = '' } = useSearch({ from: '/find' });
  const navigate = useNavigate();
  const [replacement, setReplacement] = useState<string>();
  const [options, setOptions] = useState({ isCaseSensitive: false, isWholeWord: false });
  const query = { text, ...options };
  const { drafts, found, replace } = useFind(query);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const option = (key: keyof typeof options, label: string) => (
    <Checkbox
      label={label}
      checked={options[key]}
      onChange={(event) => setOptions({ ...options, [key]: event.currentTarget.checked })}
    />
  );
  return (
    <div className={classes.page}>
      <Title order={1}>{t.title}</Title>
      <div className={classes.form}>
        <TextInput
          className={classes.input ?? ''}
          label={t.text}
          leftSection={<IconSearch size={16} />}
          ref={field}
          value={text}
          onChange={(event) =>
            void navigate({ to: '/find', search: { text: event.currentTarget.value }, replace: true })
          }
        />
        <TextInput
          className={classes.input ?? ''}
          label={t.replacement}
          leftSection={<IconReplace size={16} />}
          value={replacement ?? ''}
          onChange={(event) => setReplacement(event.currentTarget.value)}
        />
      </div>
      <div className={classes.options}>
        {option('isCaseSensitive', t.caseSensitive)}
        {option('isWholeWord', t.wholeWord)}
      </div>
      {drafts.isPending && <Loading />}
      <ProblemNote error={drafts.error} onRetry={() => void drafts.refetch()} />
      {text === '' && <Text c="dimmed">{t.hint}</Text>}
      {text !== '' && drafts.data !== undefined && found.length === 0 && (
        <EmptyState icon={<IconSearch size={26} />} title={t.none(text)}>
          {t.noneHelp}
        </EmptyState>
      )}
      {found.length > 0 && <Results query={query} found={found} replacement={replacement} onReplace={replace} />}
    </div>
  );
}

function Results(props: {
  readonly query: Parameters<typeof useFind>[0];
  readonly found: readonly Found[];
  readonly replacement: string | undefined;
  readonly onReplace: (chosen: readonly Found[], replacement: string) => void;
}) {
  const { query, found, replacement, onReplace } = props;
  const count = found.reduce((sum, { matches }) => sum + matches.length, 0);
  return (
    <>
      <div className={classes.head}>
        <output>{t.found(count, found.length)}</output>
        {replacement !== undefined && <ReplaceAll {...props} replacement={replacement} />}
      </div>
      {firstOf(found, mostRows).map((one) => (
        <section key={one.draft.name} aria-label={one.draft.name}>
          <h2 className={classes.process}>
            <Link to="/design/$process" params={{ process: one.draft.name }}>
              {one.draft.name}
            </Link>
          </h2>
          <ul className={classes.list}>
            {one.matches.map((match) => (
              <MatchRow
                key={match.path.join('\n')}
                found={one}
                match={match}
                query={query}
                replacement={replacement}
                onReplace={() => replacement !== undefined && onReplace([{ ...one, matches: [match] }], replacement)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function firstOf(found: readonly Found[], most: number): readonly Found[] {
  let left = most;
  return found.flatMap((one) => {
    const matches = one.matches.slice(0, left);
    left -= matches.length;
    return matches.length === 0 ? [] : [{ ...one, matches }];
  });
}

function ReplaceAll(props: {
  readonly query: Parameters<typeof useFind>[0];
  readonly found: readonly Found[];
  readonly replacement: string;
  readonly onReplace: (chosen: readonly Found[], replacement: string) => void;
}) {
  const { query, found, replacement, onReplace } = props;
  const [isAsking, setAsking] = useState(false);
  const fit = found.flatMap((one): Found[] => {
    const matches = one.matches.filter((match) => refusalOf(match, one.document, query, replacement) === undefined);
    return matches.length === 0 ? [] : [{ ...one, matches }];
  });
  const count = fit.reduce((sum, { matches }) => sum + matches.length, 0);
  return (
    <>
      <Button size="compact-md" disabled={count === 0} onClick={() => setAsking(true)}>
        {t.replaceAll(count)}
      </Button>
      <ConfirmDialog
        name={query.text}
        title={t.replaceAllTitle(count)}
        button={t.replaceAll(count)}
        isOpen={isAsking}
        isHarmless
        onClose={() => setAsking(false)}
        onConfirm={async () => onReplace(fit, replacement)}
      >
        {t.replaceAllHelp(fit.length)}
      </ConfirmDialog>
    </>
  );
}
