import { blockByType } from '../blocks/index.ts';
import { type Change, changedFields, sideBySide, titleOf } from './change.ts';
import type { BlockInstance, Strategy } from './strategy.ts';

/** Differences of two versions of a strategy: blocks, their settings, their wires. */
export function diffStrategies(name: string, before: Strategy, after: Strategy): Change[] {
  const path = ['strategies', name];
  const blocks = sideBySide(before.blocks, after.blocks).flatMap(({ key, before: was, after: is }) => {
    const changes = diffBlocks(name, { id: key, was, is }, titlesOf(before, after));
    return changes.map((change) => ({ ...change, strategy: name, block: key }));
  });
  const tests = sideBySide(before.tests ?? {}, after.tests ?? {}).flatMap(({ key, before: was, after: is }) =>
    changedFields(`Strategy "${name}"`, [...path, 'tests'], [{ key, title: `test "${key}"`, before: was, after: is }]),
  );
  const own = changedFields(`Strategy "${name}"`, path, [
    { key: 'description', title: 'description', before: before.description, after: after.description },
    { key: 'kind', title: 'kind', before: before.kind, after: after.kind },
  ]);
  return [...own, ...blocks, ...tests].map((change) => ({ ...change, strategy: name }));
}

type TitleOf = (block: string) => string;

function titlesOf(before: Strategy, after: Strategy): TitleOf {
  return (id) => `"${after.blocks[id]?.name ?? before.blocks[id]?.name ?? id}"`;
}

interface BlockPair {
  readonly id: string;
  readonly was: BlockInstance | undefined;
  readonly is: BlockInstance | undefined;
}

function diffBlocks(strategy: string, { id, was, is }: BlockPair, title: TitleOf): Change[] {
  const path = ['strategies', strategy, 'blocks', id];
  if (was === undefined || is === undefined) {
    const type = (was ?? is)?.type ?? '';
    const label = blockByType(type)?.face.label ?? type;
    const [kind, verb] = was === undefined ? (['added', 'is new'] as const) : (['removed', 'is gone'] as const);
    return [{ kind, path, message: `Block ${title(id)} (${label}) of "${strategy}" ${verb}.` }];
  }
  const subject = `Block ${title(id)} of "${strategy}"`;
  return [
    ...changedFields(subject, path, [
      { key: 'type', title: 'type', before: was.type, after: is.type },
      { key: 'name', title: 'name', before: was.name, after: is.name },
      { key: 'note', title: 'note', before: was.note, after: is.note },
    ]),
    ...changedFields(subject, [...path, 'config'], settingsOf(was, is)),
    ...diffWires(subject, [...path, 'ports'], sideBySide(was.ports, is.ports), title),
  ];
}

/** Settings side by side, defaults filled in where both can be read: writing a default out changes nothing. */
function settingsOf(was: BlockInstance, is: BlockInstance) {
  const schema = blockByType(is.type)?.config;
  const before = schema?.safeParse(was.config);
  const after = schema?.safeParse(is.config);
  const areRead = was.type === is.type && before?.success === true && after?.success === true;
  const sides = areRead ? sideBySide<unknown>(before.data, after.data) : sideBySide<unknown>(was.config, is.config);
  return sides.map((side) => ({ ...side, title: titleOf(schema?.shape[side.key], side.key) }));
}

function diffWires(
  subject: string,
  path: readonly string[],
  wires: readonly { key: string; before: string | undefined; after: string | undefined }[],
  title: TitleOf,
): Change[] {
  return wires
    .filter(({ before, after }) => before !== after)
    .map(({ key, before, after }) => {
      const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
      const to = (id: string | undefined) => (id === undefined ? 'nowhere' : `to ${title(id)}`);
      return {
        kind,
        path: [...path, key],
        message: `${subject}: port "${key}" led ${to(before)}, leads ${to(after)}.`,
      };
    });
}
