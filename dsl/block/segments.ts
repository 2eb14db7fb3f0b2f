import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';
import { errorPort, type Port } from './block.ts';

/** Ports that every segmentation has besides those of its segments. */
const reserved = new Set(['default', 'error']);

/** Most segments of a block: more do not fit on a card. */
const maxSegments = 100;

/** The segments of a segmentation block: rows of a port and what leads to it, tried in order. */
export function segmentsField<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  description = 'Tried in order; the first that holds is taken.',
) {
  const port = nameSchema.meta({ title: 'Port', description: 'Name of the exit.' });
  return z
    .array(z.strictObject({ port, ...shape }))
    .min(1)
    .max(maxSegments)
    .superRefine((segments, context) => {
      const names = segments.map((segment) => (segment as { readonly port: string }).port);
      if (new Set(names).size !== names.length)
        context.addIssue({ code: 'custom', message: 'every segment needs a port name of its own' });
      if (names.some((name) => reserved.has(name)))
        context.addIssue({
          code: 'custom',
          message: '"default" and "error" are there already; give the segment another port name',
        });
    })
    .meta({ title: 'Segments', description, editor: 'segments' });
}

/** Exits of a segmentation: one for each segment, and those for what fits none and for what fails. */
export function segmentPorts(segments: readonly { readonly port: string }[]): readonly Port[] {
  return [
    ...segments.map(({ port }) => ({ name: port, kind: 'branch' as const })),
    { name: 'default', kind: 'branch' },
    errorPort,
  ];
}

/** One line for a card: the names of the ports. */
export function shownSegments(segments: readonly { readonly port: string }[]): string {
  return segments.map(({ port }) => port).join(', ');
}

/** Statements that try conditions in order and leave by the port of the first that holds. */
export function segmentsToJs(tests: readonly { readonly port: string; readonly test: string }[]): string {
  return [...tests.map(({ port, test }) => `if (${test}) return ${JSON.stringify(port)};`), 'return "default";'].join(
    '\n',
  );
}
