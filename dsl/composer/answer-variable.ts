import type { Conversion } from './conversion.ts';
import { settingOf } from './setting.ts';
import type { XmlElement } from './xml-element.ts';

/** The variable that a block there puts its answer into, by the possible names of that setting; undefined when it has none. */
export function answerVariable(
  element: XmlElement,
  { names }: Conversion,
  ...settings: readonly string[]
): string | undefined {
  const setting = settingOf(element, ...settings);
  const name = setting === undefined ? '' : 'expression' in setting ? setting.expression : setting.literal;
  return /^[A-Za-z_][\w.]*$/.test(name) ? names.declare(name) : undefined;
}
