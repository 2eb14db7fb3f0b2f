import { type Convert, levelFor } from '../conversion.ts';
import { expressionParameter } from '../parameter-of.ts';
import { keepingLinks, placeholder } from '../placeholder.ts';
import { attributeOf, childrenNamed } from '../xml-element.ts';

/** Log: each line, when it can be told. */
export const convertLog: Convert = (block, conversion) => {
  const written = [
    ...childrenNamed(block.element, 'loggingDetails').map((line) => attributeOf(line, 'value') ?? line.text),
    attributeOf(block.element, 'loggingDetails', 'expression') ?? '',
  ].filter((line) => line.trim() !== '');
  const reasons: string[] = [];
  const told = written.flatMap((line) => {
    const value = expressionParameter(line, { conversion, reasons });
    if (value === undefined) return [];
    return [`log(${typeof value === 'object' && value !== null ? value.js : JSON.stringify(value)});`];
  });
  if (told.length < written.length) return placeholder(block, reasons, told);
  return keepingLinks(block, { code: `${told.join('\n')}\n`, level: levelFor(reasons), reasons });
};
