import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import { describeProblem } from './describe-problem.ts';
import { checkFile, readDocumentFile } from './read-document-file.ts';

/** Prints the JavaScript of one strategy of a file, or of each. Answers the exit code: 1 when something keeps it from being compiled. */
export async function compileFile(file: string, strategy: string | undefined): Promise<number> {
  const document = await readDocumentFile(file);
  const { process: businessProcess, diagnostics } = checkFile(document);
  if (businessProcess === undefined) {
    for (const one of diagnostics) process.stderr.write(`${describeProblem(document, one)}\n`);
    return 1;
  }
  const names = strategy === undefined ? Object.keys(businessProcess.strategies) : [strategy];
  let code = 0;
  for (const name of names) {
    const compiled = compileStrategy(businessProcess, name);
    if ('source' in compiled)
      process.stdout.write(names.length > 1 ? `// ${name}\n${compiled.source}\n` : compiled.source);
    else {
      code = 1;
      const root = document.isBundle ? ['process'] : [];
      for (const one of compiled.diagnostics) {
        process.stderr.write(`${describeProblem(document, { ...one, path: [...root, ...one.path] })}\n`);
      }
    }
  }
  return code;
}
