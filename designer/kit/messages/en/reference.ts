/** Texts of the block reference. */
export const reference = {
  title: 'Blocks',
  intro:
    'Everything a strategy can be made of. Each block stands in the document under its type; a setting takes a plain value, or an expression where it says so.',
  contents: 'Blocks by category',
  functions: 'Functions',
  functionsIntro:
    'Expressions and scripts read them as fn.name(…), the Function block calls them by name. The clock is that of the run.',
  example: 'Example',
  setting: 'Setting',
  meaning: 'What it does',
  value: 'Takes',
  exits: 'Leaves by',
  noExits: 'The path ends here.',
  required: '; has to be given',
  emptyByDefault: '; empty when left out',
  byDefault: (value: string) => `; ${value} when left out`,
  orExpression: ', or an expression',
  inUnit: (unit: string) => `, in ${unit}`,
  number: (isInteger: boolean, minimum: number | undefined, maximum: number | undefined) =>
    [
      isInteger ? 'whole number' : 'number',
      minimum !== undefined && `from ${minimum}`,
      maximum !== undefined && `to ${maximum}`,
    ]
      .filter(Boolean)
      .join(' '),
  list: (item: string) => `list of ${item}`,
  record: (item: string) => `${item} by name`,
  kinds: { text: 'text', boolean: 'yes or no', scalar: 'text, number, yes or no', condition: 'condition' },
} as const;
