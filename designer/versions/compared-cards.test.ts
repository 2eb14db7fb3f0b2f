import { expect, test } from 'vitest';
import type { CanvasWire } from '../canvas/canvas-parts.ts';
import { comparedCanvas } from './compared-cards.tsx';

const wire = (port: string, to: string): CanvasWire => ({ id: `wire:a:${port}`, from: 'a', port, to, kind: 'branch' });

test('wires that are new, gone or lead elsewhere are marked, the others stand back', () => {
  const { wires } = comparedCanvas(
    { cards: [], wires: [wire('sent', 'b'), wire('error', 'c'), wire('late', 'd')] },
    { cards: [], wires: [wire('sent', 'b'), wire('error', 'd'), wire('new', 'b')] },
    { list: [], strategy: 'S' },
    { before: {}, after: {} },
  );

  expect(wires.map(({ port, to, change, emphasis }) => `${port} ${to} ${change ?? emphasis ?? ''}`)).toEqual([
    'sent b faint',
    'error d added',
    'new b added',
    'error c removed',
    'late d removed',
  ]);
  expect(new Set(wires.map(({ id }) => id)).size).toBe(wires.length);
});
