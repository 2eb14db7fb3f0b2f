import { describe, expect, it } from 'vitest';
import { relativeTime } from './relative-time.tsx';

const now = Date.parse('2026-03-01T12:00:00.000Z');

describe('relativeTime', () => {
  it('says "just now" within ten seconds either way', () => {
    expect(relativeTime('2026-03-01T11:59:51.000Z', now)).toBe('just now');
    expect(relativeTime('2026-03-01T12:00:05.000Z', now)).toBe('just now');
  });

  it('counts in the largest unit that fits', () => {
    expect(relativeTime('2026-03-01T11:59:30.000Z', now)).toBe('30 sec. ago');
    expect(relativeTime('2026-03-01T11:57:10.000Z', now)).toBe('2 min. ago');
    expect(relativeTime('2026-03-01T09:00:00.000Z', now)).toBe('3 hr. ago');
    expect(relativeTime('2026-02-28T10:00:00.000Z', now)).toBe('yesterday');
  });
});
