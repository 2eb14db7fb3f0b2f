import { List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Reference } from '#dsl/block/block.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { referencesOf } from '#dsl/document/references-of.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { problemPlace } from '../panel/problem-place.ts';
import { useOpenProcess } from '../process/editor-context.tsx';
import classes from './inspector.module.css';

/** Every place of the process that uses a name, each a way there. */
export function WhereUsed(props: {
  readonly kind: Reference['kind'];
  readonly name: string;
  readonly process: BusinessProcess;
}) {
  const { kind, name, process } = props;
  const { name: processName } = useOpenProcess();
  const uses = referencesOf(process).filter((use) => use.kind === kind && use.name === name);
  const places = new Map(uses.map(({ path }) => placeOf(path, process)).map((place) => [place.label, place]));
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionTitle}>{t.whereUsed}</h3>
      {places.size === 0 && (
        <Text size="xs" c="dimmed">
          {t.notUsed}
        </Text>
      )}
      <List size="sm" spacing={2} listStyleType="none">
        {[...places.values()].map(({ label, strategy, select }) => (
          <List.Item key={label}>
            <Link
              to={strategy === undefined ? '/design/$process' : '/design/$process/$strategy'}
              params={{ process: processName, strategy: strategy ?? '' }}
              search={select === undefined ? {} : { select }}
              className={classes.use}
            >
              {label}
            </Link>
          </List.Item>
        ))}
      </List>
    </section>
  );
}

function placeOf(path: readonly (string | number)[], process: BusinessProcess) {
  const [root, name, , inner] = path.map(String);
  const isBlock = root === 'strategies';
  const place = problemPlace({
    path: [...path],
    ...(isBlock && { strategy: name ?? '', block: inner ?? '' }),
  });
  const block = process.strategies[name ?? '']?.blocks[inner ?? ''];
  const label = isBlock
    ? `${name} / ${block?.name ?? inner}`
    : root === 'queues'
      ? `${name} / ${inner}`
      : (name ?? t.errorQueue);
  return { ...place, label };
}
