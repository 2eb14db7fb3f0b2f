import { z } from 'zod';
import { defineBlock, shown } from '../../block/block.ts';
import { segmentPorts, segmentsField, shownSegments } from '../../block/segments.ts';
import { parameter } from '../../document/parameter.ts';

/** Ways on by the category that Classify, Multiscreen or Attach Categories attached. */
export const classificationSegmentation = defineBlock({
  type: 'classification-segmentation',
  config: z.strictObject({
    minimumRelevancy: parameter(z.number().min(0).max(100)).default(50).meta({
      title: 'Minimum relevancy',
      description: 'A category that is less relevant does not count.',
      unit: '%',
    }),
    segments: segmentsField(
      {
        categories: z.array(z.string().min(1).max(256)).min(1).max(100).meta({
          title: 'Categories',
          description:
            'Categories that lead to this port, each with all below it in the tree: Sales has Sales/Offer in it.',
        }),
      },
      'The segment that names the category, or the nearest one above it in the tree, is taken.',
    ),
  }),
  face: {
    label: 'Classification Segmentation',
    icon: 'sitemap',
    category: 'segmentation',
    help:
      'Goes on by the most relevant category among attached data that a segment names, as Classify, Multiscreen and Attach Categories ' +
      'leave them. A category of the tree stands for all below it, as Sales does for Sales/Offer. Takes "default" when none is relevant enough.',
    summary: (config) => `${shownSegments(config.segments)}, from ${shown(config.minimumRelevancy)} %`,
  },
  ports: (config) => segmentPorts(config.segments),
  references: () => [],
  initial: { segments: [{ port: 'category', categories: ['Category'] }] },
  compile: (config, { toJs }) => {
    // the deepest first, so that a branch of a branch has its own way
    const branches = config.segments
      .flatMap(({ port, categories }) => categories.map((category) => ({ port, category })))
      .toSorted((left, right) => right.category.split('/').length - left.category.split('/').length);
    return [
      `for (const category of fn.attachedCategories(data, ${toJs(config.minimumRelevancy)})) {`,
      ...branches.map(
        ({ port, category }) => `  if (fn.isCategoryIn(category, ${toJs(category)})) return ${toJs(port)};`,
      ),
      '}',
      'return "default";',
    ].join('\n');
  },
});
