import { parseArgs } from 'node:util';
import { textOf } from '#dsl/errors/coded-error.ts';
import { evaluateModel } from './classify/evaluate-model.ts';
import { trainFromFile } from './classify/train-from-file.ts';

const help = `npm run classify -- COMMAND

Trains a model that tells categories of texts, and tells how well it does, without a server.

  train TRAIN.csv --model DIRECTORY    learn from a CSV file; the directory is made and holds the model
  evaluate DIRECTORY TEST.csv          how well the model does on texts it has not seen
  --json                               figures as one line of JSON, the last one

CSV files begin with a line that names their columns, text and category among them.
Exits with 1 when the texts cannot be learned from, with 2 when a file cannot be read or the command is not understood.
`;

/** Carries out the command and answers its exit code. Throws when a file cannot be read. */
async function run(positionals: readonly string[], model: string | undefined, asJson: boolean): Promise<number> {
  const [command, first, second, ...more] = positionals;
  if (command === 'train' && first !== undefined && second === undefined && model !== undefined)
    return trainFromFile(first, model, asJson);
  if (command === 'evaluate' && first !== undefined && second !== undefined && more.length === 0)
    return evaluateModel(first, second, asJson);
  process.stderr.write(`${misunderstood(command)}\n\n${help}`);
  return 2;
}

function misunderstood(command: string | undefined): string {
  if (command === 'train') return '"train" needs the name of one CSV file, and --model with that of a directory.';
  if (command === 'evaluate') return '"evaluate" needs the names of the directory of a model and of one CSV file.';
  return `There is no command "${command}".`;
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
      model: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help || positionals.length === 0 || positionals[0] === 'help') process.stdout.write(help);
  else process.exitCode = await run(positionals, values.model, values.json);
} catch (error) {
  process.stderr.write(`${textOf(error)}\n`);
  process.exitCode = 2;
}
