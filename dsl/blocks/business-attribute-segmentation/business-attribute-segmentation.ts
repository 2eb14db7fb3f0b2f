import { z } from 'zod';
import { defineBlock } from '../../block/block.ts';
import { segmentPorts, segmentsField, segmentsToJs, shownSegments } from '../../block/segments.ts';
import { dataKeySchema } from '../../block/variable-name.ts';

/** Ways on by the value of a business attribute. */
export const businessAttributeSegmentation = defineBlock({
  type: 'business-attribute-segmentation',
  config: z.strictObject({
    attribute: dataKeySchema.meta({
      title: 'Business attribute',
      description: 'The key of attached data that holds it, such as CustomerSegment or ServiceType.',
    }),
    segments: segmentsField({
      values: z.array(z.string().min(1).max(256)).min(1).max(100).meta({
        title: 'Values',
        description: 'Values that lead to this port; upper and lower case are the same.',
      }),
    }),
  }),
  face: {
    label: 'Business Attribute Segmentation',
    icon: 'briefcase',
    category: 'segmentation',
    help:
      'Goes on by the value of a business attribute, such as the customer segment or the service type, which is read from attached ' +
      'data. Takes "default" for other values and when the attribute is missing.',
    summary: (config) => `${config.attribute}: ${shownSegments(config.segments)}`,
  },
  ports: (config) => segmentPorts(config.segments),
  references: () => [],
  initial: { attribute: 'CustomerSegment', segments: [{ port: 'gold', values: ['gold'] }] },
  compile: (config, { toJs }) =>
    [
      `const value = fn.strLower(fn.strTrim(data[${toJs(config.attribute)}]));`,
      segmentsToJs(
        config.segments.map(({ port, values }) => ({
          port,
          test: `${toJs(values.map((value) => value.trim().toLowerCase()))}.includes(value)`,
        })),
      ),
    ].join('\n'),
});
