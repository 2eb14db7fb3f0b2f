import type { Diagram, SourceBlock, SourceHandler, SourceLink } from './diagram.ts';
import { readPlaces } from './read-places.ts';
import {
  attributeOf,
  childrenNamed,
  idOf,
  localName,
  referenceOf,
  typeOf,
  walkXml,
  type XmlElement,
} from './xml-element.ts';

interface FoundLink extends SourceLink {
  readonly from: string;
}

/** The diagrams of a file, by the elements that hold blocks. `roots` are the outermost elements of its XML. */
export function readDiagrams(file: string, roots: readonly XmlElement[]): Diagram[] {
  const elements = roots.flatMap((root) => [...walkXml(root)]);
  const inside = new Set<XmlElement>();
  return elements.flatMap((element) => {
    if (inside.has(element) || !isDiagram(element)) return [];
    // what is drawn inside a block belongs to the diagram around it
    for (const below of walkXml(element)) inside.add(below);
    return [readDiagram(file, element, roots)];
  });
}

function isDiagram({ name, children }: XmlElement): boolean {
  return /^(?:Strategy|Ipd|Callflow)\w*Diagram$/i.test(name) || children.some((child) => isBlock(child));
}

function isBlock(element: XmlElement): boolean {
  return element.name === 'blocks' || typeOf(element).endsWith('Block');
}

function readDiagram(file: string, element: XmlElement, roots: readonly XmlElement[]): Diagram {
  const found = [...walkXml(element)].filter((one) => one !== element && isBlock(one));
  const ids = new Set<string>();
  const drafts = found.map((block, index) => ({ block, id: freshId(idOf(block) ?? `block ${index + 1}`, ids) }));
  const byReference = new Map(
    drafts.flatMap(({ id }, index) => [[`/@blocks.${index}`, id] as const, [id, id] as const]),
  );
  const resolve = (reference: string) => byReference.get(reference.replace(/^.*(?=\/@blocks\.)/, ''));
  const linkElements = [...walkXml(element)].filter((one) => one.name === 'links' || typeOf(one).endsWith('Link'));
  const links = linkElements.flatMap((link): FoundLink[] => {
    const [from, to] = [resolve(referenceOf(link, 'fromBlock')), resolve(referenceOf(link, 'toBlock'))];
    return from === undefined || to === undefined ? [] : [{ ...readLink(link), from, to }];
  });
  const leaving = Map.groupBy(links, ({ from }) => from);
  return {
    kind: kindOf(file, element, found),
    file,
    name: attributeOf(element, 'name')?.trim() ?? '',
    designedUsing: attributeOf(element, 'designedUsing') ?? '',
    blocks: drafts.map(({ block, id }) => readBlock(block, id, leaving.get(id) ?? [])),
    handlers: childrenNamed(element, 'events').map(readHandler),
    ...readPlaces(element, roots),
    danglingLinks: linkElements.length - links.length,
  };
}

function kindOf(file: string, element: XmlElement, blocks: readonly XmlElement[]): Diagram['kind'] {
  const first = blocks.map(typeOf).find((type) => type !== '') ?? '';
  if (/^Ipd/i.test(element.name) || first.startsWith('ipd:')) return 'process';
  if (/^Callflow/i.test(element.name) || first.startsWith('gvp:')) return 'callflow';
  if (/^Strategy/i.test(element.name) || first.startsWith('ird:')) return 'workflow';
  return /\.ixnprocess$/i.test(file) ? 'process' : /\.callflow$/i.test(file) ? 'callflow' : 'workflow';
}

function readBlock(element: XmlElement, id: string, links: readonly SourceLink[]): SourceBlock {
  const type = typeOf(element) || (attributeOf(element, 'category') ?? 'unknown');
  const kind = localName(type)
    .replace(/Block$/i, '')
    .replace(/\W+/g, '')
    .toLowerCase();
  const notes = [attributeOf(element, 'note', 'notes', 'blockNote', 'blockNotes', 'description')];
  for (const child of childrenNamed(element, 'note', 'notes', 'blockNote', 'blockNotes')) {
    notes.push(child.text, attributeOf(child, 'value', 'text', 'description'));
  }
  return {
    element,
    id,
    type,
    kind,
    name: attributeOf(element, 'name')?.trim() ?? '',
    note: notes.flatMap((note) => note?.trim() || []).join('\n'),
    isDisabled: /^(?:disabled|false)$/i.test(attributeOf(element, 'enableStatus') ?? ''),
    links,
  };
}

function readLink(element: XmlElement): Omit<SourceLink, 'to'> {
  const name = attributeOf(element, 'name')?.trim() ?? '';
  return { name, isException: /Exception/i.test(typeOf(element)) || name === 'error' || name.startsWith('error.') };
}

function readHandler(element: XmlElement): SourceHandler {
  const text = (name: string) => attributeOf(element, name) ?? childrenNamed(element, name)[0]?.text ?? '';
  return { name: text('name'), event: text('event'), condition: text('condition'), body: text('body') };
}

function freshId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted} (${number})`;
  taken.add(id);
  return id;
}
