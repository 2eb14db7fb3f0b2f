import type { Converted } from './conversion.ts';
import { levelFor } from './conversion.ts';
import type { Building } from './building.ts';
import type { SourceBlock, SourceLink } from './diagram.ts';
import { entryConfig } from './entry-config.ts';
import { freshBlockId, legalName } from './fresh-names.ts';
import { noteFor } from './note-for.ts';
import { isIdle } from './idle-settings.ts';
import { expressionParameter, shortened } from './parameter-of.ts';
import { secretRemark } from './read-variables.ts';
import { sweepSecrets } from './sweep-secrets.ts';
import { watchElement } from './watch-element.ts';
import type { StrategyDraft } from './strategy-draft.ts';
import { portsOf } from './wire-block.ts';

/** Adds the Entry with all variables that were used by then, and first values that are expressions. */
export function addEntry(
  building: Building,
  begin: { readonly id: string; readonly entry: SourceBlock | undefined; readonly first: SourceBlock | undefined },
): { readonly converted: Pick<Converted, 'type' | 'level' | 'reasons'>; readonly handler: string | undefined } {
  const { blocks, landings, draft, conversion, ids } = building;
  const { id, entry, first } = begin;
  const reasons: string[] = [];
  const assignments = draft.initials.flatMap(({ name, code }) => {
    const value = expressionParameter(code, { conversion, reasons });
    return value === undefined ? [] : [{ variable: name, value }];
  });
  const plain = (entry?.links ?? []).filter(({ isException }) => !isException);
  const start = landings.get(plain[0]?.to ?? first?.id ?? '');
  let next = start;
  if (assignments.length > 0) {
    next = freshBlockId('initial-values', 'initial-values', ids);
    const ports: Record<string, string> = start === undefined ? {} : { next: start };
    blocks.set(next, {
      type: 'assign',
      name: 'Initial values',
      config: { assignments: sweepSecrets(assignments.slice(0, 200)).value },
      ports,
    });
  }
  const left = entry === undefined ? [] : leftOfEntry(entry);
  if (left.length > 0) reasons.push(`Left out, with no counterpart here: ${left.join(', ')}.`);
  if (draft.secrets.length > 0) reasons.push(secretRemark(draft.secrets));
  // exceptions of Entry are those of every block that has none of its own
  const caught = (entry?.links ?? []).find(({ isException, name }) => isException && name.startsWith('error'));
  reasons.push(...missedExceptions(draft, entry, caught));
  if (plain.length > 1) reasons.push('Only the first of its ways on is taken here.');
  const converted = { type: 'entry', level: levelFor(reasons), reasons };
  const note = entry === undefined ? '' : noteFor(entry, converted);
  blocks.set(id, {
    type: 'entry',
    name: legalName(entry?.name ?? '', 'Entry'),
    ...(note === '' ? {} : { note }),
    config: entryConfig(draft.names.declarations()),
    ports: next === undefined ? {} : { next },
  });
  return { converted, handler: caught === undefined ? undefined : landings.get(caught.to) };
}

/** Exceptions of Entry that no port of ours stands for, unless all they did was to end. */
function missedExceptions(
  { diagram }: StrategyDraft,
  entry: SourceBlock | undefined,
  caught: SourceLink | undefined,
): string[] {
  const others = (entry?.links ?? []).filter((link) => link.isException && link.to !== caught?.to);
  return others.flatMap(({ name, to }) => {
    const target = diagram.blocks.find(({ id }) => id === to);
    return target === undefined || target.kind === 'exit' || target.kind === 'disconnect'
      ? []
      : [`When "${name}" happens, "${target.name}" is not carried out here.`];
  });
}

/** What an Entry says besides its variables, each with its value, since it has no place to be kept in. */
function leftOfEntry(entry: SourceBlock): string[] {
  const rest = watchElement(entry.element).unread();
  return rest
    .filter((one) => !/^(?:variables\b|applicationRoot$)/i.test(one.path) && !isIdle(one, entry))
    .map(({ path, value }) => `${path} = ${shortened(value)}`);
}

/**
 * Ties up what the diagram leaves open: errors go to its common handler where it has one, and ways on that lead nowhere to an
 * end of their own, so that no interaction gets stuck.
 */
export function addLooseEnds(building: Building, handler: string | undefined): void {
  const { blocks, landings, ids, draft, conversion } = building;
  let end: string | undefined;
  const loose = (): string => (end ??= freshBlockId('not-connected', 'not-connected', ids));
  const handling = handler === undefined ? new Set<string>() : reachedFrom(building, handler);
  for (const [id, instance] of blocks) {
    for (const [port, to] of Object.entries(instance.ports)) {
      if (to.startsWith('source:')) instance.ports[port] = landings.get(to.slice('source:'.length)) ?? loose();
    }
    const isHandling = handling.has(id);
    for (const port of portsOf(instance)) {
      if (
        Object.hasOwn(instance.ports, port.name) ||
        (port.fallback !== undefined && Object.hasOwn(instance.ports, port.fallback))
      )
        continue;
      if (port.kind === 'error' || port.name === 'timeout') {
        if (handler !== undefined && !isHandling) instance.ports[port.name] = handler;
        else if (port.kind !== 'error') instance.ports[port.name] = loose();
      } else if (port.ends !== true) instance.ports[port.name] = loose();
    }
  }
  if (end === undefined) return;
  blocks.set(end, {
    ...(draft.isSubroutine
      ? { type: 'exit', config: {} }
      : { type: 'queue-interaction', config: { queue: conversion.queueNamed('ErrorHeld') } }),
    name: 'Not connected',
    note: 'In Composer these ways led nowhere.',
    ports: {},
  });
}

function reachedFrom({ blocks }: Building, start: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const instance = blocks.get(id);
    if (instance === undefined || reached.has(id)) continue;
    reached.add(id);
    waiting.push(...Object.values(instance.ports));
  }
  return reached;
}
