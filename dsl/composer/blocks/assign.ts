import { type Conversion, type Convert, type Converted, levelFor, oneWayOn } from '../conversion.ts';
import type { SourceBlock } from '../diagram.ts';
import { legalName } from '../fresh-names.ts';
import { listCall } from '../list-call.ts';
import { expressionParameter } from '../parameter-of.ts';
import { keepingLinks, placeholder } from '../placeholder.ts';
import { literalOf, translateCode } from '../translate-code.ts';
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
  if (untold.length > 0) {
    const other = lookUp(rows, conversion) ?? asScript(block, rows, conversion);
    if (other !== undefined) return other;
  }
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

/** One value of a list: a block of its own here. */
function lookUp(rows: readonly SourceRow[], conversion: Conversion): Converted | undefined {
  const [row] = rows;
  const call = row === undefined || rows.length > 1 ? undefined : listCall(row.value);
  const list = call === undefined ? undefined : literalOf(call.list);
  const column = call?.column === undefined ? '' : literalOf(call.column);
  if (row === undefined || call === undefined || typeof list !== 'string' || typeof column !== 'string')
    return undefined;
  const reasons: string[] = [
    `Write the list "${list}" under Knowledge, Lists; a key that is not in it leaves by "not-found".`,
  ];
  const key = expressionParameter(call.key, { conversion, reasons });
  if (key === undefined) return undefined;
  const variable = conversion.names.declare(variableKey(row.key));
  return {
    type: 'list-lookup',
    config: {
      list: legalName(list, 'List'),
      key,
      variables: { [variable]: column === '' ? 'values' : `values.${column}` },
    },
    level: 'near',
    reasons,
    portOf: ({ name, isException }) =>
      isException ? 'error' : name === '' || name === 'default' ? 'found' : undefined,
    alike: [['not-found', 'found']],
  };
}

/** Values that only a script can work out, such as one of a list among others: the same assignments as a script. */
function asScript(block: SourceBlock, rows: readonly SourceRow[], conversion: Conversion): Converted | undefined {
  if (rows.some(({ key, value }) => !/^[A-Za-z_$][\w$.]*$/.test(key) || value.trim() === '')) return undefined;
  const code = rows.map(({ key, value }) => `${key} = ${value.trim().replace(/;+$/, '')};`).join('\n');
  const translated = translateCode('script', code, conversion.names);
  if ('problem' in translated) return undefined;
  const reasons = [...translated.assumptions, 'Its values are worked out by a script here.'];
  return keepingLinks(block, { code: `${translated.js}\n`, level: 'near', reasons });
}

interface SourceRow {
  readonly key: string;
  readonly value: string;
}

function readRow(row: XmlElement): SourceRow {
  return {
    key: (attributeOf(row, 'Key', 'name', 'variable') ?? '').trim(),
    value: attributeOf(row, 'Value', 'expression') ?? '',
  };
}

/** `_data.system.context.X` and `system.X` are one variable. */
function variableKey(key: string): string {
  return key
    .replace(/^AppState\./, '')
    .replace(/^_data\.system\.(?:context\.)?/, 'system.')
    .replace(/^Variable\((.*)\)$/, '$1');
}
