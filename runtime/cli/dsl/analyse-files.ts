import { analyseProcess } from '#dsl/check/analyse-process.ts';
import { describeProblem } from './describe-problem.ts';
import { checkFile, readDocumentFile } from './read-document-file.ts';

/** Prints what is worth knowing of processes: failures nobody handles, data nobody sets, worst cases. Answers the exit code: 1 when there is a warning. */
export async function analyseFiles(files: readonly string[], asJson: boolean): Promise<number> {
  const found = [];
  let code = 0;
  for (const file of files) {
    const document = await readDocumentFile(file);
    const { process: businessProcess, diagnostics } = checkFile(document);
    const root = document.isBundle ? ['process'] : [];
    const analysed =
      businessProcess === undefined
        ? diagnostics
        : analyseProcess(businessProcess).map((one) => ({ ...one, path: [...root, ...one.path] }));
    if (analysed.some(({ severity }) => severity !== 'information')) code = 1;
    found.push(...analysed.map((one) => ({ file, ...one })));
    if (!asJson) for (const one of analysed) process.stdout.write(`${describeProblem(document, one)}\n`);
  }
  if (asJson) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  return code;
}
