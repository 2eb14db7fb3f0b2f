import type { Diagram } from './diagram.ts';
import type { XmlElement } from './xml-element.ts';

/** A file, or the part of one, that could not be read block by block: one block that keeps its text. */
export function keepWhole(file: string, text: string, name: string): Diagram {
  const element: XmlElement = {
    name: 'blocks',
    attributes: new Map([['name', name]]),
    children: [{ name: 'source', attributes: new Map(), children: [], text, start: 0, end: 0 }],
    text: '',
    start: 0,
    end: text.length,
  };
  const block = { element, id: 'whole', type: 'file', kind: 'wholefile', name, note: '', isDisabled: false, links: [] };
  return {
    kind: 'workflow',
    file,
    name: '',
    designedUsing: '',
    blocks: [block],
    handlers: [],
    positions: new Map(),
    notes: [],
    danglingLinks: 0,
  };
}
