import { List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import type { Reference } from '#dsl/block/block.ts';
import { find } from '../kit/messages/en/find.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import { type NamedUse, usesOfName, useUsesOfName } from '../process/uses-of-name.ts';
import classes from './inspector.module.css';

/** Every place that uses a name, in this process and in others, each a way there. */
export function WhereUsed(props: { readonly kind: Reference['kind']; readonly name: string }) {
  const { here, elsewhere } = useUses(props.kind, props.name);
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionTitle}>{t.whereUsed}</h3>
      {here.length === 0 && (
        <Text size="xs" c="dimmed">
          {t.notUsed}
        </Text>
      )}
      <UseList uses={here} />
      {elsewhere.length > 0 && (
        <>
          <h4 className={classes.sectionTitle}>{find.inOtherProcesses}</h4>
          <UseList uses={elsewhere} />
        </>
      )}
    </section>
  );
}

/** Places that use a name: in the process as it is edited here, and in the drafts of the others. */
export function useUses(
  kind: Reference['kind'],
  name: string,
): { readonly here: readonly NamedUse[]; readonly elsewhere: readonly NamedUse[] } {
  const { name: process } = useOpenProcess();
  const document = useDeferredValue(useEditor((state) => state.snapshot.document));
  const all = useUsesOfName(kind, name);
  return {
    here: usesOfName(process, document, kind, name),
    elsewhere: all?.filter((use) => use.process !== process) ?? [],
  };
}

/** Places, each a way there; those of other processes say which. */
export function UseList({ uses }: { readonly uses: readonly NamedUse[] }) {
  const { name } = useOpenProcess();
  return (
    <List size="sm" spacing={2} listStyleType="none">
      {uses.map(({ process, label, strategy, select }) => (
        <List.Item key={`${process}\n${label}`}>
          <Link
            to={strategy === undefined ? '/design/$process' : '/design/$process/$strategy'}
            params={{ process, strategy: strategy ?? '' }}
            search={select === undefined ? {} : { select }}
            className={classes.use}
          >
            {process === name ? label : `${process}: ${label}`}
          </Link>
        </List.Item>
      ))}
    </List>
  );
}
