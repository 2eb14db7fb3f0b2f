/** Texts of the macros of a process. */
export const macros = {
  title: 'Macros',
  help: 'Expressions with parameters that the process keeps once. Blocks and expressions use them as macros.name(…).',
  add: 'Add a macro',
  of: (name: string) => `Macro ${name}`,
  parameters: 'Parameters',
  expression: (name: string) => `Expression of ${name}`,
  nameWrong: 'Letters, digits and underscores, beginning with a letter',
} as const;
