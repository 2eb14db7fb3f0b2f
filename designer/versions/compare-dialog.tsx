import { Modal, NativeSelect, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { diffProcesses } from '#dsl/document/diff-processes.ts';
import { Canvas } from '../canvas/canvas.tsx';
import { useArrangement } from '../canvas/use-arrangement.ts';
import type { Snapshot } from '../commands/edit.ts';
import { readDocument } from '../commands/read-document.ts';
import { canvasOf } from '../commands/snapshot-parts.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import { processCards } from '../process/process-cards.tsx';
import { type ProcessGraph, processGraph } from '../process/process-graph.ts';
import { blockCards, describeStrategy, wiresOf } from '../strategy/strategy-graph.tsx';
import classes from './compare.module.css';
import { cardOf, comparedCanvas } from './compared-cards.tsx';

/** Two states of a process on one canvas: added, removed, changed, and moved apart from those; a card leads to its changes. */
export function CompareDialog(props: {
  readonly title: string;
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly onClose: () => void;
}) {
  const { title, before, after, onClose } = props;
  const [strategy, setStrategy] = useState<string>();
  const [selection, setSelection] = useState<readonly string[]>([]);
  const changes = useMemo(() => changesOf(before, after), [before, after]);
  const names = [before, after].flatMap(({ document }) => Object.keys(document.strategies ?? {}));
  const go = (name: string | undefined): void => {
    setStrategy(name);
    setSelection([]);
  };
  const [card] = selection;
  const shown = changes.filter((change) => {
    const place = cardOf(change, strategy);
    return card === undefined ? place !== undefined || strategy === undefined : place === card;
  });
  return (
    <Modal opened onClose={onClose} fullScreen title={title} styles={{ body: { padding: 0 } }}>
      <div className={classes.frame}>
        <div className={classes.canvas}>
          <ComparedCanvas
            key={strategy ?? ''}
            sides={{ before, after }}
            strategy={strategy}
            selection={selection}
            onSelect={setSelection}
            onOpen={(id) => id.startsWith('strategy:') && go(id.slice('strategy:'.length))}
          />
        </div>
        <aside className={classes.side} aria-label={t.differences}>
          <NativeSelect
            label={t.canvas}
            value={strategy ?? ''}
            onChange={(event) => go(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
            data={[
              { value: '', label: t.wholeProcess },
              ...[...new Set(names)]
                .toSorted((a, b) => a.localeCompare(b))
                .map((name) => ({ value: name, label: name })),
            ]}
          />
          {shown.length === 0 && (
            <Text size="sm" c="dimmed" mt="sm">
              {t.noDifference}
            </Text>
          )}
          {shown.map((change) => (
            <p key={`${change.path.join('/')} ${change.message}`} className={classes.change}>
              {change.message}
            </p>
          ))}
        </aside>
      </div>
    </Modal>
  );
}

function ComparedCanvas(props: {
  readonly sides: { readonly before: Snapshot; readonly after: Snapshot };
  readonly strategy: string | undefined;
  readonly selection: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onOpen: (id: string) => void;
}) {
  const { sides, strategy } = props;
  const positions = {
    before: canvasOf(sides.before.layout, strategy).positions,
    after: canvasOf(sides.after.layout, strategy).positions,
  };
  const [before, after] = useMemo(
    () => [graphOf(sides.before, strategy), graphOf(sides.after, strategy)] as const,
    [sides, strategy],
  );
  const seen = new Set(after.boxes.map(({ id }) => id));
  const { places, isSettled } = useArrangement({
    cards: [...after.boxes, ...before.boxes.filter(({ id }) => !seen.has(id))],
    wires: [...after.wires, ...before.wires.filter(({ to }) => !seen.has(to))],
    direction: strategy === undefined ? 'right' : 'down',
    positions: { ...positions.before, ...positions.after },
  });
  const compared = comparedCanvas(
    { cards: before.cards(places), wires: before.wires },
    { cards: after.cards(places), wires: after.wires },
    { list: changesOf(sides.before, sides.after), strategy },
    positions,
  );
  return (
    <Canvas
      cards={compared.cards}
      wires={compared.wires}
      direction={strategy === undefined ? 'right' : 'down'}
      selection={props.selection}
      isReadOnly
      isSettled={isSettled}
      onSelect={props.onSelect}
      onOpen={props.onOpen}
    />
  );
}

function graphOf({ document }: Snapshot, strategy: string | undefined) {
  if (strategy !== undefined) {
    const boxes = describeStrategy(document.strategies?.[strategy] ?? { blocks: {} });
    return {
      boxes,
      wires: wiresOf(boxes),
      cards: (places: Parameters<typeof blockCards>[1]) => blockCards(boxes, places, []),
    };
  }
  const { process } = readDocument(document);
  const graph = process === undefined ? noGraph : processGraph(process);
  return {
    boxes: graph.nodes,
    wires: graph.wires,
    cards: (places: Parameters<typeof processCards>[2]) =>
      process === undefined ? [] : processCards(graph, process, places, []),
  };
}

const noGraph: ProcessGraph = { nodes: [], wires: [], carriers: new Map() };

function changesOf(before: Snapshot, after: Snapshot) {
  const [was, is] = [readDocument(before.document).process, readDocument(after.document).process];
  return was === undefined || is === undefined ? [] : diffProcesses(was, is);
}
