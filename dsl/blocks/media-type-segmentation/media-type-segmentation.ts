import { z } from 'zod';
import { defineBlock } from '../../block/block.ts';
import { segmentPorts, segmentsField, segmentsToJs, shownSegments } from '../../block/segments.ts';
import { mediaTypeSchema } from '../../model/media-type.ts';

/** Ways on by the media type. */
export const mediaTypeSegmentation = defineBlock({
  type: 'media-type-segmentation',
  config: z.strictObject({
    segments: segmentsField({
      media: z
        .array(mediaTypeSchema.meta({ editor: 'media-type' }))
        .min(1)
        .max(50)
        .meta({
          title: 'Media types',
          description: 'Media types that lead to this port, such as email, chat or sms.',
          editor: 'media-type',
        }),
    }),
  }),
  face: {
    label: 'Media Type Segmentation',
    icon: 'messages',
    category: 'segmentation',
    help:
      'Goes on by the media type of the interaction, so that one strategy can serve e-mail, chat and short messages and part where ' +
      'they differ. Takes "default" for media types that no segment names.',
    summary: (config) => shownSegments(config.segments),
  },
  ports: (config) => segmentPorts(config.segments),
  references: () => [],
  initial: { segments: [{ port: 'mail', media: ['email'] }] },
  compile: (config, { toJs }) =>
    segmentsToJs(
      config.segments.map(({ port, media }) => ({ port, test: `${toJs(media)}.includes(interaction.media)` })),
    ),
});
