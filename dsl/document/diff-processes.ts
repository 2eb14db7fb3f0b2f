import type { BusinessProcess, InteractionQueue, View } from './business-process.ts';
import { type Change, changedFields, sideBySide } from './change.ts';
import { diffStrategies } from './diff-strategy.ts';

/** What changed from one process to another, in the words of the field; empty when both do the same. Order of keys says nothing. */
export function diffProcesses(before: BusinessProcess, after: BusinessProcess): Change[] {
  return [
    ...changedFields(
      'The process',
      [],
      (['name', 'description', 'errorQueue'] as const).map((key) => ({
        key,
        title: key === 'errorQueue' ? 'error queue' : key,
        before: before[key],
        after: after[key],
      })),
    ),
    ...sideBySide(before.endpoints, after.endpoints).flatMap(({ key, before: was, after: is }) =>
      diffNamed(`Endpoint "${key}"`, ['endpoints', key], was, is),
    ),
    ...sideBySide(before.macros, after.macros).flatMap(({ key, before: was, after: is }) =>
      diffNamed(`Macro "${key}"`, ['macros', key], was, is),
    ),
    ...sideBySide(before.queues, after.queues).flatMap(({ key, before: was, after: is }) => diffQueues(key, was, is)),
    ...sideBySide(before.strategies, after.strategies).flatMap(({ key, before: was, after: is }) =>
      was !== undefined && is !== undefined
        ? diffStrategies(key, was, is)
        : presence(`Strategy "${key}"`, ['strategies', key], was === undefined).map((one) => ({
            ...one,
            strategy: key,
          })),
    ),
  ];
}

function diffQueues(name: string, was: InteractionQueue | undefined, is: InteractionQueue | undefined): Change[] {
  const path = ['queues', name];
  const own = diffNamed(`Queue "${name}"`, path, was && { ...was, views: {} }, is && { ...is, views: {} });
  if (was === undefined || is === undefined) return own;
  const views = sideBySide<View>(was.views, is.views).flatMap(({ key, before, after }) =>
    diffNamed(`View "${key}" of queue "${name}"`, [...path, 'views', key], before, after),
  );
  return [...own, ...views];
}

function diffNamed(
  subject: string,
  path: readonly string[],
  was: object | undefined,
  is: object | undefined,
): Change[] {
  if (was === undefined || is === undefined) return presence(subject, path, was === undefined);
  const fields = sideBySide<unknown>({ ...was }, { ...is }).map((side) => ({ ...side, title: side.key }));
  return changedFields(subject, path, fields);
}

function presence(subject: string, path: readonly string[], isNew: boolean): Change[] {
  return [{ kind: isNew ? 'added' : 'removed', path, message: `${subject} is ${isNew ? 'new' : 'gone'}.` }];
}
