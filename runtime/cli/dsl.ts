import { parseArgs } from 'node:util';
import { textOf } from '#dsl/errors/coded-error.ts';
import { nearest } from '#dsl/errors/nearest.ts';
import { analyseFiles } from './dsl/analyse-files.ts';
import { compileFile } from './dsl/compile-file.ts';
import { diffFiles } from './dsl/diff-files.ts';
import { formatFiles } from './dsl/format-files.ts';
import { gitDiff } from './dsl/git-diff.ts';
import { importComposer } from './dsl/import-composer.ts';
import { installGitDrivers } from './dsl/install-git-drivers.ts';
import { mergeFiles } from './dsl/merge-files.ts';
import { printSchema } from './dsl/print-schema.ts';
import { testFiles } from './dsl/test-files.ts';
import { validateFiles } from './dsl/validate-files.ts';

const help = `npm run dsl -- COMMAND

Checks, compiles and compares business processes, without a server.

  validate [--json] FILE...   check documents and bundles; exits with 1 when one has errors
  analyse [--json] FILE...    what is worth knowing: failures nobody handles, data nobody sets, worst cases
  test [--json] FILE...       run the strategy tests of documents; exits with 1 when one fails
  compile FILE [STRATEGY]     print the JavaScript of a strategy, or of all
  diff BEFORE AFTER           say what changed; exits with 1 when the documents differ
  merge BASE OURS THEIRS      merge two versions by block into the file OURS, or with --print to the output; lists what
                              both changed differently, as JSON with --json, and exits with 1 when there is any
  format [--print] FILE...    rewrite documents as canonical text: equal processes are equal bytes
  import-composer PATH [--out FILE] [--report FILE] [--json]
                              turn a Composer project (folder, zip or file) into a bundle, and say what became of each
                              block; with --json only the count, which is the last line in any case
  install-git-drivers [PATTERN...]
                              make git merge and compare processes by block, in the repository of this directory
  schema [--bundle]           print the JSON Schema of a business process, or of a bundle

Exits with 2 when a file cannot be read or the command is not understood.
`;

const commands = [
  'validate',
  'test',
  'analyse',
  'compile',
  'diff',
  'merge',
  'format',
  'import-composer',
  'install-git-drivers',
  'git-diff',
  'schema',
  'help',
];

/** Carries out the command and answers its exit code. Throws when a file cannot be read. */
async function run(
  command: string,
  files: readonly string[],
  flags: { json: boolean; bundle: boolean; print: boolean; out?: string | undefined; report?: string | undefined },
): Promise<number> {
  const [first, second, third] = files;
  if (command === 'validate' && first !== undefined) return validateFiles(files, flags.json);
  if (command === 'analyse' && first !== undefined) return analyseFiles(files, flags.json);
  if (command === 'test' && first !== undefined) return testFiles(files, flags.json);
  if (command === 'compile' && first !== undefined) return compileFile(first, second);
  if (command === 'diff' && first !== undefined && second !== undefined) return diffFiles(first, second);
  if (command === 'merge' && first !== undefined && second !== undefined && third !== undefined)
    return mergeFiles([first, second, third], flags);
  if (command === 'format' && first !== undefined) return formatFiles(files, flags.print);
  if (command === 'import-composer' && first !== undefined) return importComposer(first, flags);
  // npm runs scripts in the directory of the package, and says where it was called
  if (command === 'install-git-drivers') return installGitDrivers(process.env.INIT_CWD ?? process.cwd(), files);
  if (command === 'git-diff' && first !== undefined) return gitDiff(files);
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
      print: { type: 'boolean', default: false },
      out: { type: 'string' },
      report: { type: 'string' },
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
