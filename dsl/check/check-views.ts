import type { BusinessProcess, View } from '../document/business-process.ts';
import { interactionProperties, readViewField } from '../model/interaction-property.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { suggestion } from '../errors/nearest.ts';
import { fieldsOfCondition } from './conditions-of.ts';
import { diagnosticAt } from './diagnostic-at.ts';

/** Views filter and order by what interactions have, and their submitters hand to strategies that exist. */
export function checkViews(process: BusinessProcess): Diagnostic[] {
  return Object.entries(process.queues).flatMap(([queue, { views }]) =>
    Object.entries(views).flatMap(([name, view]) => {
      const path = ['queues', queue, 'views', name];
      return [...checkProperties(view, path), ...checkSubmitter(process, view, path)];
    }),
  );
}

function checkProperties(view: View, path: readonly string[]): Diagnostic[] {
  const condition = view.condition === undefined ? [] : fieldsOfCondition(view.condition);
  const used = [
    ...condition.map((one) => ({ field: one.field, at: ['condition', ...one.path] })),
    ...view.order.map((term, index) => ({ field: term.replace(/ (?:asc|desc)$/, ''), at: ['order', index] })),
    ...(view.segmentation === undefined
      ? []
      : [{ field: view.segmentation.property, at: ['segmentation', 'property'] }]),
  ];
  return used
    .filter(({ field }) => readViewField(field) === undefined)
    .map(({ field, at }) => {
      const known = Object.keys(interactionProperties);
      const message = `"${field}" is no property of an interaction and no key of attached data (data.<key>); ${suggestion(field, known)}`;
      return diagnosticAt('error', 'check/unknown-property', [...path, ...at], message);
    });
}

function checkSubmitter(process: BusinessProcess, view: View, path: readonly string[]): Diagnostic[] {
  if (view.submitter === undefined) return [];
  const at = [...path, 'submitter', 'strategy'];
  const name = view.submitter.strategy;
  const strategy = process.strategies[name];
  if (strategy === undefined) {
    const message = `There is no strategy "${name}"; ${suggestion(name, Object.keys(process.strategies))}`;
    return [diagnosticAt('error', 'check/unknown-strategy', at, message)];
  }
  if (strategy.kind === 'strategy') return [];
  const message = `"${name}" is a subroutine, which only strategies call; a submitter needs a strategy.`;
  return [diagnosticAt('error', 'check/submitter-to-subroutine', at, message)];
}
