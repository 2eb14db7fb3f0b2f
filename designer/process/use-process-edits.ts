import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { autoLayout } from '../canvas/auto-layout.ts';
import type { CanvasWire } from '../canvas/canvas-parts.ts';
import { addObject, type NewObject } from '../commands/add-object.ts';
import type { Edit, Position, StrategyInput } from '../commands/edit.ts';
import { removeMarks } from '../commands/frame-edits.ts';
import { inOneStep } from '../commands/in-one-step.ts';
import { keepingPlaces } from '../commands/keep-places.ts';
import { arrangeCards, placeCards } from '../commands/place-cards.ts';
import { objectId, type ProcessObject } from '../commands/process-object.ts';
import { freeName } from '../commands/records.ts';
import { removeObject } from '../commands/remove-object.ts';
import { setEndpoint, setView } from '../commands/set-object.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { useOpenProcess } from './editor-context.tsx';
import type { ProcessGraph } from './process-graph.ts';
import { marksAmong } from './use-mark-edits.ts';

/** Kinds of objects a person can add. */
export type NewKind = 'endpoint' | 'queue' | 'workbin' | 'view' | 'strategy';

/** A strategy with its blocks, and the queues it names that the process does not have yet. */
export interface NewStrategy {
  readonly name: string;
  readonly strategy: StrategyInput;
  readonly newQueues: readonly string[];
}

/** Everything people do on the process canvas. */
export interface ProcessEdits {
  add(kind: NewKind, position?: Position): void;
  addStrategy(strategy: NewStrategy): void;
  move(positions: Readonly<Record<string, Position>>, how?: 'align' | 'distribute'): void;
  connect(from: string, to: string): void;
  /** A wire pulled to nothing makes what comes next: endpoint, queue, view, strategy. */
  extend(from: string, point: Position): void;
  disconnect(wire: CanvasWire): void;
  remove(ids: readonly string[]): void;
  arrange(): void;
  open(id: string): void;
}

/** From a new strategy to the queues that come with it, and from one of them to the next. */
const queueDistance = { x: 300, y: 120 };

/** Edits of the process that is drawn. */
export function useProcessEdits(graph: ProcessGraph, places: Readonly<Record<string, Position>>): ProcessEdits {
  const { editor, name: process } = useOpenProcess();
  const navigate = useNavigate();
  return useMemo(() => {
    const { select } = editor.getState();
    const run = (edit: Edit): void => editor.getState().run(keepingPlaces(edit, undefined, places));
    const objectOf = (id: string): ProcessObject | undefined => graph.nodes.find((node) => node.id === id)?.object;
    const document = () => editor.getState().snapshot.document;
    const place = (wish: Position | undefined): Position => wish ?? freePlace(places);
    const put = (object: Exclude<ProcessObject, { kind: 'submitter' }>, wish: NewObject): void => {
      run(addObject(object, wish));
      select([objectId(object)]);
    };
    const addView = (queue: string, wish: NewObject): void => {
      const name = freeName(t.newNames.view, document().queues?.[queue]?.views ?? {});
      put({ kind: 'view', queue, name }, wish);
    };
    const add = (kind: NewKind, position: Position | undefined, leadsTo?: string): void => {
      const wish = { position: place(position), ...(leadsTo !== undefined && { leadsTo }) };
      if (kind === 'view') {
        const queue = queueFor(editor.getState().selection, graph, Object.keys(document().queues ?? {}));
        if (queue === undefined) notifications.show({ message: t.pickQueue });
        else addView(queue, wish);
        return;
      }
      const { endpoints, queues, strategies } = document();
      const taken = { endpoint: endpoints, queue: queues, workbin: queues, strategy: strategies }[kind];
      const name = freeName(t.newNames[kind], taken ?? {});
      if (kind === 'workbin') put({ kind: 'queue', name }, { ...wish, workbin: { owner: 'agent' } });
      else put({ kind, name }, wish);
    };
    const submit = (view: ProcessObject, strategy: string): void => {
      if (!('queue' in view)) return;
      const before = document().queues?.[view.queue]?.views?.[view.name]?.submitter;
      run(setView(view.queue, view.name, { submitter: { ...before, strategy } }));
    };
    const connect = (from: string, to: string): void => {
      const source = objectOf(from);
      const target = objectOf(to);
      if (source?.kind === 'endpoint' && target?.kind === 'queue')
        run(setEndpoint(source.name, { queue: target.name }));
      if (target?.kind !== 'strategy' || source === undefined) return;
      if (source.kind === 'view' || source.kind === 'submitter') submit(source, target.name);
      if (source.kind === 'queue') addView(source.name, { leadsTo: target.name });
    };
    const removeIds = (ids: readonly string[]): void => {
      const objects = ids.flatMap((id) => {
        const wire = graph.wires.find((candidate) => candidate.id === id && candidate.isDerived !== true);
        return (wire === undefined ? objectOf(id) : submitterOn(wire, objectOf)) ?? [];
      });
      const marks = marksAmong(ids);
      const edit = inOneStep([
        ...objects.map((object) => removeObject(object)),
        marks.notes.length + marks.frames.length > 0 ? removeMarks(undefined, marks) : undefined,
      ]);
      if (edit !== undefined) run(edit);
      select([]);
    };
    return {
      add: (kind, position) => add(kind, position),
      addStrategy: ({ name, strategy, newQueues }) => {
        const position = place(undefined);
        const object = { kind: 'strategy', name } as const;
        const beside = newQueues.map((queue, index) =>
          addObject(
            { kind: 'queue', name: queue },
            { position: { x: position.x + queueDistance.x, y: position.y + index * queueDistance.y } },
          ),
        );
        const edit = inOneStep([addObject(object, { position, strategy }), ...beside]);
        if (edit !== undefined) run(edit);
        select([objectId(object)]);
      },
      connect,
      move: (positions, how) => run(placeCards(undefined, positions, how)),
      extend: (from, point) => {
        const source = objectOf(from);
        if (source?.kind === 'endpoint') {
          const name = freeName(t.newNames.queue, document().queues ?? {});
          put({ kind: 'queue', name }, { position: point });
          run(setEndpoint(source.name, { queue: name }));
        }
        if (source?.kind === 'queue') addView(source.name, { position: point });
        if (source?.kind === 'view' || source?.kind === 'submitter') {
          const name = freeName(t.newNames.strategy, document().strategies ?? {});
          put({ kind: 'strategy', name }, { position: point });
          submit(source, name);
        }
      },
      disconnect: (wire) => removeIds([wire.id]),
      remove: removeIds,
      arrange: () => {
        void autoLayout(graph.nodes, graph.wires, 'right').then((found) => run(arrangeCards(undefined, found)));
      },
      open: (id) => {
        const object = objectOf(id);
        if (object?.kind !== 'strategy') return;
        void navigate({ to: '/design/$process/$strategy', params: { process, strategy: object.name } });
      },
    };
  }, [editor, graph, places, process, navigate]);
}

// an endpoint always has a queue, so of the wires people drew only those of submitters can be cut
function submitterOn(wire: CanvasWire, objectOf: (id: string) => ProcessObject | undefined): ProcessObject | undefined {
  return [objectOf(wire.from), objectOf(wire.to)].find((object) => object?.kind === 'submitter');
}

function queueFor(selection: readonly string[], graph: ProcessGraph, queues: readonly string[]): string | undefined {
  const selected = graph.nodes.find((node) => node.id === selection[0])?.object;
  if (selected?.kind === 'queue') return selected.name;
  if (selected !== undefined && 'queue' in selected) return selected.queue;
  return queues.length === 1 ? queues[0] : undefined;
}

function freePlace(places: Readonly<Record<string, Position>>): Position {
  const all = Object.values(places);
  if (all.length === 0) return { x: 0, y: 0 };
  return { x: Math.min(...all.map((place) => place.x)), y: Math.max(...all.map((place) => place.y)) + 120 };
}
