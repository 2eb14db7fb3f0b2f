import { isBlank, isSecretName } from './secret-texts.ts';
import { literalOf } from './translate-code.ts';
import { attributeOf, localName, type XmlElement } from './xml-element.ts';

/** What stands in the place of a secret that was left out. */
export const hiddenSecret = '(a secret, left out)';

/** The settings of a block that hold secrets. */
export interface SecretSettings {
  /** What they are called there, each once. */
  readonly names: readonly string[];
  /** True for an attribute of an element, by the name it is written with, or for its `text`. */
  has(element: XmlElement, attribute: string): boolean;
}

/** Finds the settings of a block, and of all below it, that hold a secret by the look of their names. */
export function secretSettings(root: XmlElement): SecretSettings {
  const found = new Map<XmlElement, Set<string>>();
  const names = new Set<string>();
  const waiting: (readonly [element: XmlElement, label: string])[] = [[root, '']];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [element, label] = next;
    for (const [attribute, name] of secretsOf(element, label)) {
      found.set(element, (found.get(element) ?? new Set()).add(attribute));
      names.add(name);
    }
    const key = element.children.find((child) => child.name.toLowerCase() === 'key');
    const below = key === undefined ? '' : (attributeOf(key, 'value') ?? key.text);
    for (const child of element.children) waiting.push([child, child === key ? '' : below]);
  }
  return { names: [...names], has: (element, attribute) => found.get(element)?.has(attribute) === true };
}

/** `label` is what a row calls its value when both are elements of their own. */
function secretsOf(element: XmlElement, label: string): (readonly [attribute: string, name: string])[] {
  if (/^(?:variable|expression)$/i.test(attributeOf(element, 'Source') ?? '')) return [];
  const called = label !== '' ? label : (attributeOf(element, 'name', 'Key', 'variable') ?? '');
  const isRow = /^(?:inputParameters|outputParameters|parameters|assignData|variables)$/i.test(element.name);
  const holds = (value: string) =>
    isRow ? typeof literalOf(value) === 'string' && !isBlank(unquoted(value)) : !isBlank(value);
  const found = [...element.attributes].flatMap(([attribute, value]): (readonly [string, string])[] => {
    const name = localName(attribute);
    if (isSecretName(name) && !isBlank(value)) return [[attribute, name]];
    const isValue = /^(?:value|expression)$/i.test(name) && holds(value);
    const told = isSecretName(called) ? called : isSecretName(element.name) ? element.name : undefined;
    return isValue && told !== undefined ? [[attribute, told]] : [];
  });
  const isSecretText = isSecretName(element.name) && !isBlank(element.text);
  return isSecretText ? [...found, ['text', element.name]] : found;
}

function unquoted(value: string): string {
  return value.trim().replace(/^(['"])([\s\S]*)\1;?$/, '$2');
}
