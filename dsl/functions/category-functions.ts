import { given, type LibraryFunction, optional } from './library-function.ts';

/** Categories that Classify and its like attach, as `CtgId_<name>` with the relevancy in percent. A slash leads down the tree. */
export const categoryFunctions: readonly LibraryFunction[] = [
  {
    name: 'attachedCategories',
    family: 'category',
    help: 'Names of the categories among attached data, the most relevant first.',
    parameters: [
      given('data', 'object', 'Attached data.'),
      optional('minimum', 'number', 'Lowest relevancy in percent that counts; left out: any.'),
    ],
    result: 'list',
    examples: [
      { args: [{ CtgId_Billing: 60, 'CtgId_Sales/Offer': 91, Other: 99 }], result: ['Sales/Offer', 'Billing'] },
      { args: [{ CtgId_Billing: 60, CtgId_Sales: '91' }, 61], result: ['Sales'] },
    ],
    run: (tools, data: unknown, minimum: unknown) =>
      Object.entries(tools.members(data))
        .filter(([key]) => key.startsWith('CtgId_'))
        .map(([key, value]) => ({ name: key.slice('CtgId_'.length), relevancy: Number(value) }))
        .filter(({ relevancy }) => relevancy >= (minimum === undefined ? 0 : tools.number(minimum)))
        .sort((left, right) => right.relevancy - left.relevancy)
        .map(({ name }) => name),
  },
  {
    name: 'isCategoryIn',
    family: 'category',
    help: 'Whether a category is another one or lies below it in the tree: Sales/Offer lies in Sales.',
    parameters: [
      given('category', 'string', 'Name of a category.'),
      given('branch', 'string', 'Name of a category with all below it.'),
    ],
    result: 'boolean',
    examples: [
      { args: ['Sales/Offer', 'Sales'], result: true },
      { args: ['Salesman', 'Sales'], result: false },
    ],
    run: (tools, category: unknown, branch: unknown) =>
      tools.text(category) === tools.text(branch) || tools.text(category).startsWith(`${tools.text(branch)}/`),
  },
];
