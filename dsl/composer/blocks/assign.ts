import type { Convert } from '../conversion.ts';
import { levelFor, oneWayOn } from '../conversion.ts';
import { expressionParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../xml-element.ts';

/** Assign: rows whose value can be told become assignments; the others stay in the note. */
export const convertAssign: Convert = (block, conversion) => {
  const reasons: string[] = [];
  const rows = childrenNamed(block.element, 'assignData')
    .map(readRow)
    .filter(({ key }) => key !== '');
  const untold: string[] = [];
  const assignments = rows.slice(0, 200).flatMap(({ key, value }) => {
    const told = expressionParameter(value, { conversion, reasons });
    if (told === undefined) {
      untold.push(`${key} = ${value}`);
      return [];
    }
    return [{ variable: conversion.names.declare(variableKey(key)), value: told }];
  });
  if (assignments.length === 0) {
    return placeholder(block, rows.length === 0 ? ['It assigns nothing.'] : reasons);
  }
  return {
    type: 'assign',
    config: { assignments },
    level: untold.length > 0 ? 'placeholder' : levelFor(reasons),
    reasons: untold.length > 0 ? [`${untold.length} of ${rows.length} rows are left to do.`, ...reasons] : reasons,
    portOf: oneWayOn('next'),
    ...(untold.length > 0 ? { kept: untold.join('\n') } : {}),
  };
};

function readRow(row: XmlElement): { key: string; value: string } {
  return {
    key: (attributeOf(row, 'Key', 'name', 'variable') ?? '').trim(),
    value: attributeOf(row, 'Value', 'expression') ?? '',
  };
}

/** `_data.system.context.X` and `system.X` are one variable. */
function variableKey(key: string): string {
  return key.replace(/^_data\.system\.(?:context\.)?/, 'system.').replace(/^Variable\((.*)\)$/, '$1');
}
