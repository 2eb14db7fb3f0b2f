import type { Diagram, SourceBlock } from './diagram.ts';

/** A callflow as a diagram with one block, which names all of its own: voice has no counterpart, and is kept in sight. */
export function callflowDiagram(diagram: Diagram, name: string): Diagram {
  const lines = diagram.blocks.map((block) => `${block.name} (${block.type})`).join('\n');
  const [first] = diagram.blocks;
  if (first === undefined) return diagram;
  const block: SourceBlock = {
    element: { ...first.element, name: 'blocks', attributes: new Map([['name', name]]), children: [], text: '' },
    id: 'callflow',
    type: 'gvp:CallflowDiagram',
    kind: 'playcallflow',
    name,
    note: `Blocks of the callflow:\n${lines}`,
    isDisabled: false,
    links: [],
  };
  return { ...diagram, blocks: [block], positions: new Map(), notes: [], handlers: [] };
}
