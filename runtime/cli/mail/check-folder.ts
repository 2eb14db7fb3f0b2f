import { textOf } from '#dsl/errors/coded-error.ts';
import { checkMail } from './check-mail.ts';
import { describeOutcome } from './describe-outcome.ts';
import { count, noCounts, type Outcome } from './mail-counts.ts';
import { type FoundFile, mailFiles } from './mail-files.ts';
import { readMails } from './read-mails.ts';

// reading one goes on while another is taken apart; memory is that many mails
const atOnce = 4;

/**
 * Checks the mails below a directory and prints a line for each, in the order of their names, then the counts as JSON.
 * Rejects when the directory cannot be read; what goes wrong with one file is that file's line.
 */
export async function checkFolder(directory: string, asJson: boolean): Promise<void> {
  const counts = noCounts();
  const startedAt = performance.now();
  for await (const outcome of outcomes(directory, (isMail) => {
    if (isMail) counts.files += 1;
  })) {
    count(counts, outcome);
    await print(asJson ? JSON.stringify(plain(outcome)) : describeOutcome(outcome));
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const figures = {
    seconds: Number(seconds.toFixed(1)),
    mailsPerSecond: Math.round(counts.mails / Math.max(seconds, 0.001)),
    peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  await print(JSON.stringify({ ...counts, ...figures }));
}

async function* outcomes(directory: string, onFile: (isMail: boolean) => void): AsyncGenerator<Outcome> {
  const underWay: Promise<Outcome[]>[] = [];
  for await (const file of mailFiles(directory)) {
    onFile(file.isMail);
    underWay.push(checkFile(file));
    if (underWay.length >= atOnce) yield* (await underWay.shift()) ?? [];
  }
  for (const one of underWay) yield* await one;
}

async function checkFile({ path, isMail }: FoundFile): Promise<Outcome[]> {
  if (!isMail) return [{ kind: 'skipped', file: path }];
  const found: Outcome[] = [];
  try {
    for await (const raw of readMails(path)) {
      const file = found.length === 0 ? path : `${path}#${found.length + 1}`;
      found.push(await checkOne(file, raw));
    }
  } catch (error) {
    found.push({ kind: 'unreadable', file: path, reason: textOf(error) });
  }
  return found;
}

async function checkOne(file: string, raw: Buffer): Promise<Outcome> {
  try {
    return { kind: 'checked', file, mail: await checkMail(raw) };
  } catch (error) {
    return { kind: 'crashed', file, reason: textOf(error) };
  }
}

function plain(outcome: Outcome): object {
  if (outcome.kind !== 'checked') return outcome;
  return { kind: outcome.mail.bad ? 'bad' : outcome.kind, file: outcome.file, ...outcome.mail };
}

/** Waits while whoever reads the output is behind, so that lines do not pile up. */
function print(line: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(`${line}\n`)) resolve();
    else process.stdout.once('drain', resolve);
  });
}
