import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PlacedReference } from '#dsl/document/references-of.ts';
import { PartTitle } from '../kit/list/part-title.tsx';
import { knowledge } from '../kit/messages/en/knowledge.ts';
import classes from './knowledge.module.css';
import { useWhereUsed } from './use-where-used.ts';

const t = knowledge.whereUsed;

/** Blocks that use something of the knowledge base, each a way there. */
export function WhereUsed(props: { readonly kind: PlacedReference['kind']; readonly name: string }) {
  const uses = useWhereUsed(props.kind, props.name);
  return (
    <section aria-label={t.title}>
      <PartTitle>{t.title}</PartTitle>
      {(uses === undefined || uses.length === 0) && (
        <Text size="sm" className={classes.dim ?? ''}>
          {uses === undefined ? t.loading : t.none}
        </Text>
      )}
      <ul className={classes.uses}>
        {uses?.map(({ process, strategy, select, label }) => (
          <li key={`${process}\n${strategy}\n${select}`}>
            <Link to="/design/$process/$strategy" params={{ process, strategy }} search={{ select }}>
              {label}
            </Link>{' '}
            <span className={classes.dim}>{process}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What deleting it would do to the blocks that use it. */
export function UseWarning(props: { readonly kind: PlacedReference['kind']; readonly name: string }) {
  const uses = useWhereUsed(props.kind, props.name);
  return <>{uses === undefined ? t.loading : uses.length === 0 ? t.none : t.count(uses.length)}</>;
}
