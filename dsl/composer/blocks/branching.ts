import { levelFor, type Convert } from '../conversion.ts';
import { freshLegalName } from '../fresh-names.ts';
import { shortened } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { translateCondition } from '../translate-condition.ts';
import { attributeOf, childrenNamed } from '../xml-element.ts';

/** Branching: its conditions in order, the first that holds. A condition that cannot be told never holds and is kept. */
export const convertBranching: Convert = (block, conversion) => {
  const rows = childrenNamed(block.element, 'conditions').slice(0, 100);
  if (rows.length === 0) return placeholder(block, ['It has no conditions.']);
  const taken = new Set(['default', 'error']);
  const reasons: string[] = [];
  const kept: string[] = [];
  const ports = new Map<string, string>();
  const segments = rows.map((row, index) => {
    const name = attributeOf(row, 'name')?.trim() ?? '';
    const port = freshLegalName(name, `condition ${index + 1}`, taken);
    if (!ports.has(name)) ports.set(name, port);
    const written = attributeOf(row, 'expression', 'condition', 'value') ?? '';
    const condition = translateCondition(written, conversion.names);
    if ('problem' in condition) {
      kept.push(`${name}: ${written}`);
      reasons.push(`${shortened(written)} never holds here until somebody writes it: ${condition.problem}`);
      return { port, condition: { js: 'false' } };
    }
    reasons.push(...condition.assumptions);
    return { port, condition: { js: condition.js } };
  });
  return {
    type: 'generic-segmentation',
    config: { segments },
    level: kept.length > 0 ? 'placeholder' : levelFor(reasons),
    reasons,
    portOf: (link) =>
      link.isException ? 'error' : (ports.get(link.name) ?? (isDefault(link.name) ? 'default' : undefined)),
    ...(kept.length > 0 ? { kept: kept.join('\n') } : {}),
  };
};

function isDefault(name: string): boolean {
  return name === '' || name.toLowerCase() === 'default';
}
