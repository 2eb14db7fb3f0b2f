import { describe, expect, it } from 'vitest';
import { blocks } from '#dsl/blocks/index.ts';
import { blockFields } from './block-fields.ts';
import type { FormField } from './form-field.ts';

const field = (type: string, key: string): FormField | undefined =>
  blockFields(type).find((candidate) => candidate.key === key);

describe('blockFields', () => {
  it('derives a form for every setting of every block', () => {
    for (const block of blocks) {
      expect(blockFields(block.type).map((one) => one.key)).toEqual(Object.keys(block.config.shape));
    }
  });

  it('tells a number with its unit and limits, and that an expression may stand there', () => {
    expect(field('route-interaction', 'timeoutSeconds')).toMatchObject({
      title: 'Timeout',
      unit: 's',
      isParameter: true,
      defaultValue: 60,
      shape: { kind: 'number', minimum: 0 },
    });
    expect(field('route-interaction', 'priority')?.shape).toMatchObject({ isInteger: true, minimum: undefined });
  });

  it('tells pickers by their editor', () => {
    expect(field('acknowledgement', 'response')).toMatchObject({ editor: 'response', shape: { kind: 'text' } });
  });

  it('tells rows whose kinds differ', () => {
    const targets = field('route-interaction', 'targets');
    expect(targets?.shape.kind).toBe('list');
    const item = targets?.shape.kind === 'list' ? targets.shape.item : undefined;
    expect(item?.shape.kind === 'variants' && item.shape.variants.map((variant) => variant.title)).toEqual([
      'Agent',
      'Agent group',
      'Skill expression',
      'Variable',
    ]);
  });

  it('tells any scalar from text, and conditions from objects', () => {
    const assignments = field('assign', 'assignments');
    const row = assignments?.shape.kind === 'list' ? assignments.shape.item.shape : undefined;
    expect(row?.kind === 'fields' && row.fields.map((one) => one.shape.kind)).toEqual(['text', 'scalar']);
    expect(field('if', 'condition')?.shape.kind).toBe('condition');
  });
});
