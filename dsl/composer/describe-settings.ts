import { hiddenSecret, secretSettings } from './secret-settings.ts';
import { localName, walkXml, type XmlElement } from './xml-element.ts';

const frame = new Set(['id', 'starting', 'terminating']);

/** The settings of a block as lines for a person: `name = value`, those of a list indented below it; secrets are left out. */
export function describeSettings(element: XmlElement): string[] {
  const secrets = secretSettings(element);
  const linesOf = (one: XmlElement): string[] =>
    [...one.attributes]
      .filter(
        ([name, value]) =>
          !frame.has(localName(name)) && (name === 'type' || localName(name) !== 'type') && value !== '',
      )
      .map(([name, value]) => `${localName(name)} = ${secrets.has(one, name) ? hiddenSecret : value}`);
  const lines = linesOf(element);
  for (const below of walkXml(element)) {
    if (below === element) continue;
    const text = secrets.has(below, 'text') ? hiddenSecret : below.text.trim();
    lines.push(`${below.name}:${text === '' ? '' : ` ${text}`}`, ...linesOf(below).map((line) => `  ${line}`));
  }
  return lines;
}
