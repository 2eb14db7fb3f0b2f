import { expect, it } from 'vitest';
import type { CanvasWire } from './canvas-parts.ts';
import { preferredWire } from './preferred-wire.ts';

const wire = (id: string, kind: CanvasWire['kind']): CanvasWire => ({ id, kind, from: 'a', port: id, to: 'b' });
const wires = [wire('error', 'error'), wire('branch', 'branch'), wire('other', 'branch'), wire('success', 'success')];

it('means success where wires overlap, whichever is on top', () => {
  expect(preferredWire(wires, ['error', 'branch', 'success'])?.id).toBe('success');
});

it('means a branch rather than an error, and the topmost of two alike', () => {
  expect(preferredWire(wires, ['error', 'other', 'branch'])?.id).toBe('other');
});

it('means an error wire that lies alone, and nothing where no wire is', () => {
  expect(preferredWire(wires, ['error'])?.id).toBe('error');
  expect(preferredWire(wires, ['gone'])).toBeUndefined();
});
