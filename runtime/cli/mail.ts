import { parseArgs } from 'node:util';
import { textOf } from '#dsl/errors/coded-error.ts';
import { checkFolder } from './mail/check-folder.ts';

const help = `npm run mail -- check DIRECTORY [--json]

Takes every mail below a directory through what a mail goes through when it comes in, and stores nothing: what would
become of each, a line each, and counts as JSON in the last line. For a look at a mailbox before it moves over.

  check DIRECTORY    files of one mail each (.eml, .txt, a Maildir, ...) and mbox files; others are passed over
  --json             the lines as JSON too

Exits with 2 when the directory cannot be read or the command is not understood.
`;

// `| head` closes the pipe early: that is no failure
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  const [command = 'help', directory, ...more] = positionals;
  if (values.help || command === 'help') process.stdout.write(help);
  else if (command === 'check' && directory !== undefined && more.length === 0) {
    await checkFolder(directory, values.json);
  } else {
    const wrong =
      command === 'check' ? '"check" needs the name of one directory.' : `There is no command "${command}".`;
    process.stderr.write(`${wrong}\n\n${help}`);
    process.exitCode = 2;
  }
} catch (error) {
  process.stderr.write(`${textOf(error)}\n`);
  process.exitCode = 2;
}
