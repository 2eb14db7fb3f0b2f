import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { parameter } from '../../document/parameter.ts';

/** Attaches categories that the author knows, without asking a model. */
export const attachCategories = defineBlock({
  type: 'attach-categories',
  config: z.strictObject({
    categories: z
      .array(
        z.strictObject({
          category: parameter(z.string().min(1).max(128)).meta({ title: 'Category' }),
          relevancy: parameter(z.int().min(0).max(100)).default(100).meta({ title: 'Relevancy', unit: '%' }),
        }),
      )
      .min(1)
      .max(50)
      .meta({ title: 'Categories', description: 'The first one becomes the category of the interaction.' }),
  }),
  face: {
    label: 'Attach Categories',
    icon: 'tag',
    category: 'content',
    help:
      'Gives the interaction categories as Classify would: the first one as CtgName with its relevancy as CtgRelevancy, ' +
      'and each one as CtgId_<name>.',
    summary: (config) => config.categories.map(({ category }) => shown(category)).join(', '),
  },
  ports: () => [{ name: 'next', kind: 'success' }, errorPort],
  references: () => [],
  initial: { categories: [{ category: '' }] },
  compile: (config, { toJs }) =>
    [
      `const categories = ${toJs(config.categories)};`,
      'for (const { category, relevancy } of categories) data["CtgId_" + category] = relevancy;',
      'Object.assign(data, { CtgName: categories[0].category, CtgRelevancy: categories[0].relevancy });',
      'return "next";',
    ].join('\n'),
});
