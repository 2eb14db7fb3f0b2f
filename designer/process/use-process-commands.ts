import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { design as t } from '../kit/messages/en/design.ts';
import { inspector } from '../kit/messages/en/inspector.ts';
import { templates } from '../kit/messages/en/templates.ts';
import { type PageCommand, usePageCommands } from '../kit/page-commands.ts';
import { useOpenProcess } from './editor-context.tsx';
import { titleOf } from './object-card.tsx';
import type { ProcessGraph } from './process-graph.ts';
import type { NewKind, ProcessEdits } from './use-process-edits.ts';

const newKinds: readonly NewKind[] = ['endpoint', 'queue', 'workbin', 'view', 'strategy'];

/** Offers in the command palette what the process canvas can add, and to go to each object and into each strategy. */
export function useProcessCommands(graph: ProcessGraph, edits: ProcessEdits, onNewStrategy: () => void): void {
  const { name: process } = useOpenProcess();
  const navigate = useNavigate();
  const commands = useMemo(() => {
    const add = newKinds.map(
      (kind): PageCommand => ({
        id: `add:${kind}`,
        label: t.addBlockAt(t.kinds[kind]),
        run: () => edits.add(kind),
      }),
    );
    const find = graph.nodes.flatMap((node): readonly PageCommand[] => {
      const title = `${t.kinds[node.kind]}: ${titleOf(node)}`;
      const select = (): void =>
        void navigate({ to: '/design/$process', params: { process }, search: { select: node.id } });
      const goTo = { id: `select:${node.id}`, label: title, run: select };
      if (node.object?.kind !== 'strategy') return [goTo];
      return [goTo, { id: `open:${node.id}`, label: t.openNamed(node.name), run: () => edits.open(node.id) }];
    });
    const whole: PageCommand = {
      id: 'process',
      label: `${inspector.process}: ${process}`,
      run: () => void navigate({ to: '/design/$process', params: { process }, search: {} }),
    };
    const fromTemplate: PageCommand = { id: 'add:from-template', label: templates.newStrategy, run: onNewStrategy };
    return [...add, fromTemplate, whole, ...find];
  }, [graph, edits, navigate, process, onNewStrategy]);
  usePageCommands(commands);
}
