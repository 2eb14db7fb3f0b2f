import { type Convert, levelFor } from '../conversion.ts';
import { keepingLinks, placeholder } from '../placeholder.ts';
import { translateCode } from '../translate-code.ts';
import { attributeOf, childrenNamed } from '../xml-element.ts';

/** ECMAScript: the same script over our names, when every name in it is known. */
export const convertEcmaScript: Convert = (block, conversion) => {
  const written = attributeOf(block.element, 'script') ?? childrenNamed(block.element, 'script')[0]?.text ?? '';
  const code = written.replace(/\r\n?/g, '\n');
  const translated = code.trim() === '' ? undefined : translateCode('script', code, conversion.names);
  if (translated === undefined) return keepingLinks(block, { code: '', level: 'exact', reasons: [] });
  if ('problem' in translated) return placeholder(block, [translated.problem]);
  if (translated.js.length > 99_000) return placeholder(block, ['It is longer than a script may be.']);
  return keepingLinks(block, {
    code: translated.js,
    level: levelFor(translated.assumptions),
    reasons: translated.assumptions,
  });
};
