import { attributeOf, childrenNamed, type XmlElement } from './xml-element.ts';

/** The value of a setting: a text, or an expression to be worked out when the block runs. */
export type Setting = { readonly literal: string } | { readonly expression: string };

/** A setting by its possible names: an attribute, or a child with value and source. Empty ones do not count. */
export function settingOf(element: XmlElement, ...names: readonly string[]): Setting | undefined {
  for (const name of names) {
    const attribute = attributeOf(element, name);
    const read = attribute === undefined ? undefined : fromText(attribute);
    if (read !== undefined) return read;
    for (const child of childrenNamed(element, name)) {
      const setting = settingIn(child);
      if (setting !== undefined) return setting;
    }
  }
  return undefined;
}

/** The value that an element such as `datatypes:MultiSourceProperty` holds, its name where only that is shown to people. */
export function settingIn(element: XmlElement): Setting | undefined {
  const value = attributeOf(element, 'value') ?? element.text;
  if (value.trim() === '') return undefined;
  if (/^(?:variable|expression)$/i.test(attributeOf(element, 'Source') ?? '')) return { expression: value.trim() };
  return fromText(value);
}

/** The text of a setting for a sentence. */
export function shownSetting(setting: Setting): string {
  return 'literal' in setting ? setting.literal : setting.expression;
}

function fromText(text: string): Setting | undefined {
  const variable = /^\s*(?:Variable|Expression)\(([\s\S]*)\)\s*$/.exec(text)?.[1];
  if (variable !== undefined && variable.trim() !== '') return { expression: variable.trim() };
  return text.trim() === '' || variable !== undefined ? undefined : { literal: text.trim() };
}
