import { describe, expect, it } from 'vitest';
import { areasOf, homeOf, mayOpen } from './areas.ts';

describe('areas', () => {
  it('shows an agent nothing but the desktop', () => {
    expect(areasOf('agent').map((area) => area.path)).toEqual(['/desktop']);
    expect(mayOpen('agent', '/design/ABC Simple BP')).toBe(false);
    expect(mayOpen('agent', '/desktop')).toBe(true);
  });

  it('begins where the role may go', () => {
    for (const role of ['administrator', 'designer', 'supervisor', 'agent'] as const) {
      expect(areasOf(role).map((area) => area.path)).toContain(homeOf(role));
    }
  });

  it('does not take a longer word for an area', () => {
    expect(mayOpen('agent', '/designs')).toBe(true);
  });
});
