import { expressionParameter, parameterOf, type Reading } from './parameter-of.ts';
import { settingIn, settingOf, shownSetting } from './setting.ts';
import { attributeOf, childrenNamed, type XmlElement } from './xml-element.ts';

/** A row of a list of names and values, and what it is here; undefined when that cannot be told. */
export interface Row {
  readonly name: string;
  readonly value: unknown;
}

/** Rows of names and values whose values are literals or variables, by the possible names of the list. */
export function settingRows(element: XmlElement, reading: Reading, ...lists: readonly string[]): Row[] {
  return childrenNamed(element, ...lists).flatMap((row) => {
    const key = settingOf(row, 'Key', 'name', 'attribute', 'variable');
    // an attribute says beside it where it comes from, an element inside it
    const own = attributeOf(row, 'Value') === undefined ? settingOf(row, 'Value') : settingIn(row);
    const setting = own ?? settingOf(row, 'expression');
    const name = key === undefined ? '' : shownSetting(key);
    const value = setting === undefined ? '' : parameterOf(setting, reading);
    return name === '' ? [] : [{ name, value }];
  });
}

/** Rows whose values are expressions, texts in quotes among them. */
export function expressionRows(element: XmlElement, reading: Reading, ...lists: readonly string[]): Row[] {
  return childrenNamed(element, ...lists).flatMap((row) => {
    const name = attributeOf(row, 'name', 'Key')?.trim() ?? '';
    const written = attributeOf(row, 'value') ?? '';
    return name === '' || written === '' ? [] : [{ name, value: expressionParameter(written, reading) }];
  });
}

/** The rows that could be told, as settings by name. */
export function fieldsOfRows(rows: readonly Row[]): Record<string, unknown> {
  return Object.fromEntries(rows.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}
