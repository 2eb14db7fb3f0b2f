import { options } from './options.ts';

/** Width of the first column: the longest flag with its placeholder. */
const indent = 26;

/** What `--help` prints: every option with its environment variable, its default and what it is for. */
export function helpText(): string {
  const entries = Object.values(options).map((option) => {
    const { flag, variable, placeholder, help } = option;
    const preset = option.preset === undefined ? '' : `, default ${option.preset}`;
    return `  ${`${flag} ${placeholder}`.padEnd(indent)}${help}\n  ${' '.repeat(indent)}(${variable}${preset})`;
  });
  return [
    'Signalbox: workflow designer and strategy runtime for contact centres',
    '',
    'Usage: npm start -- [options]',
    'Each option is also an environment variable, named in parentheses; the option comes first.',
    '',
    ...entries,
    `  ${'--help'.padEnd(indent)}This text.`,
    '',
  ].join('\n');
}
