import { localName, walkXml, type XmlElement } from './xml-element.ts';

const frame = new Set(['id', 'starting', 'terminating']);

/** The settings of a block as lines for a person: `name = value`, those of a list indented below it. */
export function describeSettings(element: XmlElement): string[] {
  const lines = attributesOf(element);
  for (const below of walkXml(element)) {
    if (below === element) continue;
    const text = below.text.trim();
    lines.push(`${below.name}:${text === '' ? '' : ` ${text}`}`, ...attributesOf(below).map((line) => `  ${line}`));
  }
  return lines;
}

function attributesOf({ attributes }: XmlElement): string[] {
  return [...attributes]
    .filter(
      ([name, value]) => !frame.has(localName(name)) && (name === 'type' || localName(name) !== 'type') && value !== '',
    )
    .map(([name, value]) => `${localName(name)} = ${value}`);
}
