import type { Converted } from './conversion.ts';
import type { SourceBlock } from './diagram.ts';
import { attributeOf, childrenNamed } from './xml-element.ts';

/** The note of a block: its author's own, then what whoever finishes it has to know. */
export function noteFor(
  block: SourceBlock,
  { level, reasons, kept }: Pick<Converted, 'level' | 'reasons' | 'kept'>,
): string {
  const logged = childrenNamed(block.element, 'loggingDetails').map((line) =>
    (attributeOf(line, 'value') ?? line.text).trim(),
  );
  const lines = [
    ...(level === 'exact'
      ? []
      : [level === 'near' ? 'Nearly as in Composer:' : 'To be done by hand:', ...new Set(reasons)]),
    ...(kept === undefined ? [] : ['As it was in Composer:', kept]),
    ...(block.kind === 'log' || logged.length === 0 ? [] : ['Logged in Composer:', ...logged]),
    ...(block.name.length > 120 ? [`Name in Composer: ${block.name}`] : []),
  ];
  return [block.note, lines.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
    .toWellFormed();
}
