import type { Diagram, SourceNote } from './diagram.ts';
import { attributeOf, childrenNamed, idOf, referenceOf, walkXml, type XmlElement } from './xml-element.ts';

/** Where the blocks of a diagram stand and the notes beside them: from the notation that refers to it. */
export function readPlaces(diagram: XmlElement, roots: readonly XmlElement[]): Pick<Diagram, 'positions' | 'notes'> {
  const positions = new Map<string, { x: number; y: number }>();
  const notes: SourceNote[] = [];
  const drawings = roots.flatMap((root) => [...walkXml(root)]).filter(({ name }) => name === 'Diagram');
  const own = drawings.filter((drawing) => referenceOf(drawing, 'element') === (idOf(diagram) ?? ''));
  for (const drawing of own.length > 0 ? own : drawings) {
    for (const shape of walkXml(drawing)) {
      const [bounds] = childrenNamed(shape, 'layoutConstraint');
      if (shape.name !== 'children' || bounds === undefined) continue;
      const place = { x: numberOf(bounds, 'x') ?? 0, y: numberOf(bounds, 'y') ?? 0 };
      const id = referenceOf(shape, 'element');
      if (id !== '') positions.set(id, place);
      const text = attributeOf(shape, 'description')?.replace(/\r\n?/g, '\n').trim() ?? '';
      if (id === '' && text !== '') notes.push({ ...place, ...sizeOf(bounds, text), text });
    }
  }
  return { positions, notes };
}

/** Notes without a size are given one that their text fits in. */
function sizeOf(bounds: XmlElement, text: string): { width: number; height: number } {
  const width = Math.max(numberOf(bounds, 'width') ?? 260, 120);
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 7) / width)), 0);
  return { width, height: Math.max(numberOf(bounds, 'height') ?? 0, 24 + lines * 20) };
}

function numberOf(element: XmlElement, name: string): number | undefined {
  const value = Number(attributeOf(element, name) ?? 'none');
  // farther away nobody drew anything: the canvas must stay one that can be looked at
  return Number.isFinite(value) ? Math.min(Math.max(value, -100_000), 100_000) : undefined;
}
