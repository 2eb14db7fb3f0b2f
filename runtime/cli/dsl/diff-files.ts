import { diffProcesses } from '#dsl/document/diff-processes.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { checkFile, readDocumentFile } from './read-document-file.ts';

/** Prints what changed from one process to another, a sentence each. Answers the exit code: 1 when they differ, as `diff` does. */
export async function diffFiles(before: string, after: string): Promise<number> {
  const changes = diffProcesses(await readProcess(before), await readProcess(after));
  for (const { message } of changes) process.stdout.write(`${message}\n`);
  return changes.length > 0 ? 1 : 0;
}

async function readProcess(file: string): Promise<BusinessProcess> {
  const { process: businessProcess, diagnostics } = checkFile(await readDocumentFile(file));
  if (businessProcess !== undefined) return businessProcess;
  throw new CodedError('document/unreadable', { file, reason: diagnostics.map(({ message }) => message).join(' ') });
}
