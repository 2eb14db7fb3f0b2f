import { describeProblem } from './describe-problem.ts';
import { checkFile, readDocumentFile } from './read-document-file.ts';

/** Checks files and prints what is wrong, a line each or as JSON. Answers the exit code: 1 when there is an error, warnings alone are 0. */
export async function validateFiles(files: readonly string[], asJson: boolean): Promise<number> {
  const checked = [];
  for (const file of files) {
    const document = await readDocumentFile(file);
    checked.push({ document, diagnostics: checkFile(document).diagnostics });
  }
  if (asJson) {
    const all = checked.flatMap(({ document, diagnostics }) =>
      diagnostics.map((one) => ({ file: document.file, ...one })),
    );
    process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  } else {
    for (const { document, diagnostics } of checked) {
      for (const one of diagnostics) process.stdout.write(`${describeProblem(document, one)}\n`);
      if (diagnostics.length === 0) process.stdout.write(`${document.file}: no problems\n`);
    }
  }
  const hasErrors = checked.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'));
  return hasErrors ? 1 : 0;
}
