import { z } from 'zod';
import { defineBlock } from '../../block/block.ts';
import { segmentPorts, segmentsField, segmentsToJs, shownSegments } from '../../block/segments.ts';

const codePattern = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z-]*\/(?:\*|[a-z][a-z-]*)$/, 'a code such as http/timeout, or http/* for all of a kind');

/** Ways on by what went wrong before. */
export const errorSegmentation = defineBlock({
  type: 'error-segmentation',
  config: z.strictObject({
    segments: segmentsField({
      codes: z.array(codePattern).min(1).max(50).meta({
        title: 'Codes',
        description: 'Codes of errors, such as http/timeout; http/* stands for all of a kind.',
        editor: 'error-codes',
      }),
    }),
  }),
  face: {
    label: 'Error Segmentation',
    icon: 'alert-triangle',
    category: 'segmentation',
    help:
      'Goes on by the code of the error that led here: wire the error port of a block to it and give each kind of failure its way. ' +
      'Takes "default" for a code that no segment names, and when nothing has gone wrong.',
    summary: (config) => shownSegments(config.segments),
  },
  ports: (config) => segmentPorts(config.segments),
  references: () => [],
  initial: { segments: [{ port: 'timeout', codes: ['http/timeout'] }] },
  compile: (config) =>
    [
      'const code = lastError?.code ?? "";',
      segmentsToJs(
        config.segments.map(({ port, codes }) => {
          const whole = codes.filter((code) => !code.endsWith('*'));
          const kinds = codes.filter((code) => code.endsWith('*')).map((code) => code.slice(0, -1));
          const tests = [
            ...(whole.length === 0 ? [] : [`${JSON.stringify(whole)}.includes(code)`]),
            ...kinds.map((kind) => `code.startsWith(${JSON.stringify(kind)})`),
          ];
          return { port, test: tests.join(' || ') };
        }),
      ),
    ].join('\n'),
});
