import { resourceIn } from './blocks/subroutine.ts';
import type { Callable } from './conversion.ts';
import type { Diagram, SourceBlock } from './diagram.ts';
import { describeSettings } from './describe-settings.ts';
import { freshLegalName, legalName } from './fresh-names.ts';
import { shortened } from './parameter-of.ts';
import { addItem, addPlaceholderStrategy, type ProcessParts } from './process-parts.ts';
import { readViews } from './read-views.ts';
import { watchElement } from './watch-element.ts';
import { attributeOf, childrenNamed } from './xml-element.ts';

/** Draws an interaction process into ours: workflows, queues with their views, media servers, workbins. */
export function convertProcess(
  parts: ProcessParts,
  drawn: Diagram,
  resourceOf: (path: string) => Callable | undefined,
): void {
  const diagram = { ...drawn, blocks: drawn.blocks.map(watchedBlock) };
  const strategies = new Map<string, string>();
  const isQueue = ({ kind }: SourceBlock) => kind.includes('queue') || kind.includes('workbin');
  for (const block of diagram.blocks.filter(({ kind }) => kind.includes('workflow'))) {
    strategies.set(block.id, convertWorkflowBlock(parts, diagram, block, resourceOf));
  }
  const queues = new Map<string, string>();
  for (const block of diagram.blocks.filter(isQueue))
    queues.set(block.id, convertQueueBlock(parts, diagram, block, strategies));
  for (const block of diagram.blocks) {
    if (strategies.has(block.id) || queues.has(block.id)) continue;
    if (/media|endpoint/.test(block.kind)) convertMediaServer(parts, diagram, block, queues);
    else convertUnknown(parts, diagram, block);
  }
  feedStrategies(parts, [...strategies.values()]);
}

function watchedBlock(block: SourceBlock): SourceBlock {
  const { element, unread } = watchElement(block.element);
  return { ...block, element, unread };
}

function convertWorkflowBlock(
  parts: ProcessParts,
  diagram: Diagram,
  block: SourceBlock,
  resourceOf: (path: string) => Callable | undefined,
): string {
  const path = resourceIn(block);
  const callable = path === undefined ? undefined : resourceOf(path);
  if (callable !== undefined && !callable.isSubroutine) {
    addItem(parts, diagram, block, { ours: { kind: 'strategy', name: callable.strategy }, level: 'exact' });
    placeAt(parts, `strategy:${callable.strategy}`, diagram, block);
    return callable.strategy;
  }
  const says = path === undefined ? 'It names no workflow.' : `The project has no workflow ${shortened(path)}.`;
  const name = addPlaceholderStrategy(parts, block.name === '' ? 'Workflow' : block.name, [
    says,
    ...describeSettings(block.element),
  ]);
  addItem(parts, diagram, block, { ours: { kind: 'strategy', name }, level: 'placeholder', reasons: [says] });
  placeAt(parts, `strategy:${name}`, diagram, block);
  return name;
}

function convertQueueBlock(
  parts: ProcessParts,
  diagram: Diagram,
  block: SourceBlock,
  strategies: ReadonlyMap<string, string>,
): string {
  const written = attributeOf(block.element, 'queueName', 'objectName', 'referenceName') ?? block.name;
  const name = legalName(written === '' ? block.id : written, 'Queue');
  const isWorkbin = block.kind.includes('workbin');
  const { views, reasons } = readViews(block, strategies);
  const before = parts.queues[name];
  // a reference to a queue that is drawn elsewhere adds nothing to it
  if (before === undefined || before.parking === true || Object.keys(before.views ?? {}).length === 0) {
    const isTaken = Object.values(views).some(({ submitter }) => submitter !== undefined);
    const note = block.note === '' ? {} : { description: block.note };
    parts.queues[name] = { ...note, ...(isTaken ? { views } : { parking: true }) };
  }
  const told = isWorkbin
    ? ['It is a workbin there; here it is a queue where interactions wait for a person.', ...reasons]
    : reasons;
  addItem(parts, diagram, block, {
    ours: { kind: 'queue', name },
    level: told.length > 0 ? 'near' : 'exact',
    reasons: told,
  });
  placeAt(parts, `queue:${name}`, diagram, block);
  return name;
}

function convertMediaServer(
  parts: ProcessParts,
  diagram: Diagram,
  block: SourceBlock,
  queues: ReadonlyMap<string, string>,
): void {
  const { element } = block;
  const rows = childrenNamed(element, 'endpoints', 'endPoints', 'endpoint');
  const names = rows.length === 0 ? [block.name] : rows.map((row) => attributeOf(row, 'name', 'value') ?? block.name);
  const said = `${attributeOf(element, 'mediaType', 'media', 'serverType', 'applicationType') ?? ''} ${block.kind} ${block.name}`;
  const media = mediaIn(said);
  const made = names.map((name) => {
    const link = block.links.find((one) => one.name === name) ?? block.links[0];
    const queue = (link === undefined ? undefined : queues.get(link.to)) ?? queueFor(parts, name);
    const fresh = freshLegalName(name, 'Endpoint', parts.endpointNames);
    parts.endpoints[fresh] = { media: media ?? 'workitem', queue };
    return fresh;
  });
  const reasons = [
    ...(media === undefined ? ['Its media type cannot be told; choose it at the endpoint.'] : []),
    ...(names.length > 1 ? [`Its endpoints: ${made.join(', ')}.`] : []),
  ];
  const name = made[0] ?? block.name;
  addItem(parts, diagram, block, {
    ours: { kind: 'endpoint', name },
    level: media === undefined ? 'near' : 'exact',
    reasons,
  });
  placeAt(parts, `endpoint:${name}`, diagram, block);
}

function convertUnknown(parts: ProcessParts, diagram: Diagram, block: SourceBlock): void {
  const says = `"${block.name}" (${block.type}) of the interaction process has no counterpart.`;
  const name = addPlaceholderStrategy(parts, block.name === '' ? block.type : block.name, [
    says,
    ...describeSettings(block.element),
  ]);
  addItem(parts, diagram, block, { ours: { kind: 'strategy', name }, level: 'placeholder', reasons: [says] });
  placeAt(parts, `strategy:${name}`, diagram, block);
}

/** A workflow that no queue feeds was started by a call there; a queue of its own makes it one that can be run here. */
function feedStrategies(parts: ProcessParts, strategies: readonly string[]): void {
  const fed = new Set(
    Object.values(parts.queues).flatMap(({ views = {} }) =>
      Object.values(views).flatMap(({ submitter }) => submitter?.strategy ?? []),
    ),
  );
  for (const strategy of strategies) {
    if (fed.has(strategy)) continue;
    fed.add(strategy);
    parts.queues[legalName(`${strategy} in`, 'In')] = {
      description: `Interactions for "${strategy}". In Composer no queue feeds it: connect an endpoint, or place interactions here.`,
      views: { All: { submitter: { strategy } } },
    };
  }
}

function queueFor(parts: ProcessParts, endpoint: string): string {
  const name = legalName(`${endpoint} in`, 'In');
  parts.queues[name] ??= { description: `What comes in by "${endpoint}".`, parking: true };
  return name;
}

function mediaIn(said: string): string | undefined {
  const media = /e-?mail|chat|sms|twitter|facebook|callback|social|workitem/i.exec(said)?.[0].toLowerCase();
  return media === 'e-mail' ? 'email' : media === 'social' ? 'facebook' : media;
}

function placeAt(parts: ProcessParts, key: string, diagram: Diagram, block: SourceBlock): void {
  const place = diagram.positions.get(block.id);
  if (place !== undefined) parts.positions[key] ??= place;
}
