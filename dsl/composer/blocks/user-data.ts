import { type Convert, levelFor, oneWayOn } from '../conversion.ts';
import { parameterOf, type Reading } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { type Setting, settingIn, settingOf, shownSetting } from '../setting.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../xml-element.ts';

/** User Data: keys of the attached data and their values. */
export const convertUserData: Convert = (block, conversion) => {
  const reasons: string[] = [];
  const kept: string[] = [];
  const rows = childrenNamed(block.element, 'assignData', 'userData').slice(0, 200);
  const entries = rows.flatMap((row) => {
    const entry = readEntry(row, { conversion, reasons });
    if (entry === undefined) kept.push(`${shown(row, 'Key')} = ${shown(row, 'Value')}`);
    return entry ?? [];
  });
  if (entries.length === 0) return placeholder(block, rows.length === 0 ? ['It attaches nothing.'] : reasons);
  return {
    type: 'attach-data',
    config: { entries },
    level: kept.length > 0 ? 'placeholder' : levelFor(reasons),
    reasons: kept.length > 0 ? [`${kept.length} of ${rows.length} keys are left to do.`, ...reasons] : reasons,
    portOf: oneWayOn('next'),
    // attaching data takes no time here, so the way for when it takes too long is never gone
    dispensable: ['timeout'],
    ...(kept.length > 0 ? { kept: kept.join('\n') } : {}),
  };
};

function readEntry(row: XmlElement, reading: Reading): { key: string; value: unknown } | undefined {
  const key = keyOf(row);
  const setting = valueOf(row);
  if (key === undefined || !('literal' in key) || key.literal.length > 128 || /\n/.test(key.literal)) {
    reading.reasons.push(`The key ${key === undefined ? '' : shownSetting(key)} is known only when it runs.`);
    return undefined;
  }
  const value = setting === undefined ? '' : parameterOf(setting, reading);
  return value === undefined ? undefined : { key: key.literal, value };
}

function keyOf(row: XmlElement): Setting | undefined {
  return settingOf(row, 'Key', 'name');
}

function valueOf(row: XmlElement): Setting | undefined {
  const setting = settingOf(row, 'Value');
  // a row without children of its own says where its value comes from beside it
  return setting ?? (attributeOf(row, 'Value') === undefined ? undefined : settingIn(row));
}

function shown(row: XmlElement, name: string): string {
  const setting = settingOf(row, name);
  return setting === undefined ? '' : shownSetting(setting);
}
