import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { blockFields } from '../inspector/block-fields.ts';
import { design } from '../kit/messages/en/design.ts';
import { find as t } from '../kit/messages/en/find.ts';
import { placeOfPath } from '../process/place-of-path.ts';
import classes from './find.module.css';
import type { Match } from './find-in-process.ts';
import { FoundText } from './found-text.tsx';
import { refusalOf } from './replace-matches.ts';
import type { Query } from './text-query.ts';
import type { Found } from './use-find.tsx';

/** One text that was found: a way there, what it would become, and the button that makes it so. */
export function MatchRow(props: {
  readonly found: Found;
  readonly match: Match;
  readonly query: Query;
  /** `undefined` while nothing is to be replaced. */
  readonly replacement: string | undefined;
  readonly onReplace: () => void;
}) {
  const { found, match, query, replacement } = props;
  const { strategy, select, label } = placeOfPath(match.path, found.document);
  const refusal = replacement === undefined ? undefined : refusalOf(match, found.document, query, replacement);
  const place = match.renames === undefined ? label : `${design.kinds[match.renames.kind]} ${label}`;
  return (
    <li className={classes.match}>
      <Link
        to={strategy === undefined ? '/design/$process' : '/design/$process/$strategy'}
        params={{ process: found.draft.name, strategy: strategy ?? '' }}
        search={select === undefined ? {} : { select }}
        className={classes.where}
      >
        <span className={classes.place}>
          {place} · {match.renames === undefined ? fieldOf(match, found) : t.rename}
        </span>
        <FoundText text={match.text} query={query} replacement={replacement} />
      </Link>
      {refusal !== undefined && <span className={classes.refusal}>{refusal}</span>}
      {replacement !== undefined && refusal === undefined && (
        <Button variant="default" size="compact-sm" aria-label={t.replaceIn(place)} onClick={props.onReplace}>
          {t.replace}
        </Button>
      )}
    </li>
  );
}

// as the form calls it, where there is a form
function fieldOf({ path }: Match, { document }: Found): string {
  const [root, strategy, blocks, id, config, key] = path.map(String);
  if (root === 'strategies' && blocks === 'blocks' && config === 'config' && key !== undefined) {
    const type = document.strategies?.[strategy ?? '']?.blocks[id ?? '']?.type ?? '';
    return blockFields(type).find((field) => field.key === key)?.title ?? key;
  }
  const last = path.findLast((part) => typeof part === 'string') ?? '';
  return t.fields[last] ?? String(last);
}
