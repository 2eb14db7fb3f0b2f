import { parseArgs } from 'node:util';
import { textOf } from '#dsl/errors/coded-error.ts';
import { nearest } from '#dsl/errors/nearest.ts';
import { compileFile } from './dsl/compile-file.ts';
import { diffFiles } from './dsl/diff-files.ts';
import { formatFiles } from './dsl/format-files.ts';
import { printSchema } from './dsl/print-schema.ts';
import { validateFiles } from './dsl/validate-files.ts';

const help = `npm run dsl -- COMMAND

Checks, compiles and compares business processes, without a server.

  validate [--json] FILE...   check documents and bundles; exits with 1 when one has errors
  compile FILE [STRATEGY]     print the JavaScript of a strategy, or of all
  diff BEFORE AFTER           say what changed; exits with 1 when the documents differ
  format FILE...              rewrite documents as canonical text: equal processes are equal bytes
  schema [--bundle]           print the JSON Schema of a business process, or of a bundle

Exits with 2 when a file cannot be read or the command is not understood.
`;

const commands = ['validate', 'compile', 'diff', 'format', 'schema', 'help'];

/** Carries out the command and answers its exit code. Throws when a file cannot be read. */
async function run(
  command: string,
  files: readonly string[],
  flags: { json: boolean; bundle: boolean },
): Promise<number> {
  const [first, second] = files;
  if (command === 'validate' && first !== undefined) return validateFiles(files, flags.json);
  if (command === 'compile' && first !== undefined) return compileFile(first, second);
  if (command === 'diff' && first !== undefined && second !== undefined) return diffFiles(first, second);
  if (command === 'format' && first !== undefined) return formatFiles(files);
  if (command === 'schema') return printSchema(flags.bundle);
  return misunderstood(command);
}

function misunderstood(command: string): number {
  const near = nearest(command, commands);
  if (!commands.includes(command)) {
    const meant = near === undefined ? '' : `; did you mean "${near}"?`;
    process.stderr.write(`There is no command "${command}"${meant}\n\n`);
  } else process.stderr.write(`"${command}" needs the names of files.\n\n`);
  process.stderr.write(help);
  return 2;
}

// `| head` closes the pipe early: that is no failure
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      bundle: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command = 'help', ...files] = positionals;
  if (values.help || command === 'help') process.stdout.write(help);
  else process.exitCode = await run(command, files, values);
} catch (error) {
  process.stderr.write(`${textOf(error)}\n`);
  process.exitCode = 2;
}
