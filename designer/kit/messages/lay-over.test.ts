import { describe, expect, it } from 'vitest';
import { layOver } from './lay-over.ts';

describe('layOver', () => {
  it('puts translations in the place of the originals, for whoever holds them already', () => {
    const texts = {
      title: 'Queue',
      state: { open: 'Open' },
      count: (count: number) => `${count} waiting`,
      days: ['Mon'],
    };
    const { state } = texts;
    layOver(texts, {
      title: 'Warteschlange',
      state: { open: 'Offen' },
      count: (count: number) => `${count} warten`,
      days: ['Mo'],
    });
    expect([texts.title, state.open, texts.count(2), texts.days]).toEqual([
      'Warteschlange',
      'Offen',
      '2 warten',
      ['Mo'],
    ]);
  });
});
