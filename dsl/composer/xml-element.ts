/** An element of an XML document. Names are local: what stands before the colon differs from version to version. */
export interface XmlElement {
  readonly name: string;
  /** Attributes by the name they are written with, prefix included. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, CDATA included. */
  readonly text: string;
  /** Offset of its `<` and of the end of its closing tag, in characters. */
  readonly start: number;
  readonly end: number;
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

/** The type of an XMI element, such as `ird:TargetBlock`: `xmi:type` in most files, `xsi:type` in some, and plain in what others wrote. */
export function typeOf(element: XmlElement): string {
  const { attributes } = element;
  const prefixed = [...attributes].find(([name]) => name !== 'type' && localName(name) === 'type');
  const plain = attributes.get('type')?.trim() ?? '';
  return prefixed?.[1].trim() ?? (/^\w+:\w+(?:Block|Link)$/.test(plain) ? plain : '');
}

/** The id of an XMI element, or nothing. */
export function idOf(element: XmlElement): string | undefined {
  const found = [...element.attributes].find(([name]) => name.endsWith(':id'));
  return found?.[1] ?? element.attributes.get('id');
}

/** An attribute by its name without prefix, upper and lower case alike; several names are tried in turn. */
export function attributeOf(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const wanted of names) {
    const lower = wanted.toLowerCase();
    const found = [...element.attributes.keys()].find(
      (name) => localName(name).toLowerCase() === lower && !isType(name),
    );
    // asked for by its key, so that a watched element knows what was read
    if (found !== undefined) return element.attributes.get(found);
  }
  return undefined;
}

/** The children with one of these names, upper and lower case alike. */
export function childrenNamed(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  const wanted = names.map((name) => name.toLowerCase());
  return element.children.filter(({ name }) => wanted.includes(name.toLowerCase()));
}

/** The element and all below it, in document order. */
export function* walkXml(element: XmlElement): Generator<XmlElement> {
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (const child of next.children.toReversed()) waiting.push(child);
  }
}

/** A reference by id: an attribute `#_x` or `file#_x`, or a child with `href`. Empty when there is none. */
export function referenceOf(element: XmlElement, name: string): string {
  const [child] = childrenNamed(element, name);
  const written =
    element.attributes.get(name) ?? (child === undefined ? undefined : attributeOf(child, 'href', 'idref'));
  return (written ?? '').slice((written ?? '').lastIndexOf('#') + 1).trim();
}

/** `xmi:type` says what an element is; a plain `type` is a setting. */
function isType(name: string): boolean {
  return name !== 'type' && localName(name) === 'type';
}
