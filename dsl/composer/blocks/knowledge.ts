import { type Convert, levelFor } from '../conversion.ts';
import { legalName } from '../fresh-names.ts';
import { textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../xml-element.ts';

/** Screen Interaction: one screening rule. */
export const convertScreen: Convert = (block, conversion) => {
  const reasons: string[] = [];
  const names = ['screeningRule', 'rule', 'ruleName', 'screeningRules'];
  const rule = namedOf(block.element, names) ?? textParameter(block.element, { conversion, reasons }, ...names);
  if (rule === undefined || rule === null)
    return placeholder(block, ['Its screening rule cannot be told.', ...reasons]);
  return {
    type: 'screen',
    config: { rule: typeof rule === 'object' ? rule : legalName(String(rule), 'Rule') },
    level: levelFor(reasons),
    reasons,
    portOf: ({ name, isException }) => {
      if (isException) return 'error';
      return /^(?:no|not|false|else|default$)/i.test(name) ? 'not-matched' : 'matched';
    },
    alike: [['not-matched', 'matched']],
  };
};

/** Classify Interaction: one model; what follows is the same for a sure and an unsure answer unless the diagram says otherwise. */
export const convertClassify: Convert = (block, conversion) => {
  const reasons: string[] = ['Check the model and from which confidence on a category counts.'];
  const names = ['model', 'classificationModel', 'rootCategory', 'category', 'categoryTree'];
  const model = namedOf(block.element, names) ?? textParameter(block.element, { conversion, reasons }, ...names);
  if (model === undefined || model === null) return placeholder(block, ['Its model cannot be told.', ...reasons]);
  return {
    type: 'classify',
    config: { model: typeof model === 'object' ? model : legalName(String(model), 'Model') },
    level: 'near',
    reasons,
    portOf: ({ name, isException }) => {
      if (isException) return 'error';
      return /^(?:no|not|unknown|else|default$)/i.test(name) ? 'unknown' : 'classified';
    },
    alike: [['unknown', 'classified']],
  };
};

/** The name people gave it, which stands beside the id of the old server. */
function namedOf(element: XmlElement, names: readonly string[]): string | undefined {
  const name = childrenNamed(element, ...names).map((child) => attributeOf(child, 'name')?.trim())[0];
  return name === '' ? undefined : name;
}
