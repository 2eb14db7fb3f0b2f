import { open, stat, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseBundle } from '#dsl/check/parse-bundle.ts';
import { importProject } from '#dsl/composer/import-project.ts';
import { canonicalBundleText } from '#dsl/document/canonical-text.ts';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import type { ParityReport } from '#dsl/protocol/composer.ts';
import { collectFiles, type FileCollection } from '#runtime/composer/collect-files.ts';
import { commandLimits } from '#runtime/composer/limits.ts';
import { readFolder } from '#runtime/composer/read-folder.ts';
import { isZip, readZip } from '#runtime/composer/read-zip.ts';

/** Where the parts of an import go. */
interface Targets {
  /** File the bundle is written to; left out: nothing is written. */
  readonly out?: string | undefined;
  /** File the report is written to as JSON. */
  readonly report?: string | undefined;
  /** True to print only the count, as one line of JSON. */
  readonly json: boolean;
}

/**
 * Reads a Composer project from a folder, a zip or a single file, writes it as a bundle and says block by block what became of
 * it. Answers the exit code: 0 whatever is left to do by hand. Throws when the path cannot be read.
 */
export async function importComposer(path: string, targets: Targets): Promise<number> {
  const collection = collectFiles(path, commandLimits);
  await readProjectAt(path, collection).catch((error: unknown) => {
    if (error instanceof CodedError) throw error;
    throw new CodedError('document/unreadable', { file: path, reason: textOf(error) }, { cause: error });
  });
  const { bundle, report } = importProject(collection.files, projectName(path));
  if (targets.out !== undefined) await writeFile(targets.out, canonicalBundleText(bundle));
  if (targets.report !== undefined) await writeFile(targets.report, `${JSON.stringify(report, null, 2)}\n`);
  if (!targets.json) {
    const problems = parseBundle(JSON.parse(canonicalBundleText(bundle))).diagnostics;
    const errors = problems.filter(({ severity }) => severity === 'error');
    process.stdout.write(`${[...linesOf(report), ...errors.map(({ message }) => `to mend: ${message}`)].join('\n')}\n`);
  }
  process.stdout.write(`${JSON.stringify(report.count)}\n`);
  return 0;
}

async function readProjectAt(path: string, collection: FileCollection): Promise<void> {
  if ((await stat(path)).isDirectory()) return readFolder(path, collection);
  const handle = await open(path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0).finally(() => handle.close());
  if (isZip(buffer.subarray(0, bytesRead))) return readZip(path, collection);
  if (!collection.wants(basename(path))) {
    const reason = 'it is no folder, no zip and no diagram of Composer';
    throw new CodedError('document/unreadable', { file: path, reason });
  }
  collection.add(basename(path), await readFile(path));
}

function projectName(path: string): string {
  return basename(path.replace(/[/\\]+$/, '')).replace(/\.(?:zip|workflow|ixnprocess|callflow|scxml)$/i, '');
}

function linesOf({ items, files }: ParityReport): string[] {
  return [
    ...files.flatMap(({ path, remarks }) => remarks.map((remark) => `${path}: ${remark}`)),
    ...items.flatMap(({ file, name, type, level, reasons }) => [
      `${level}: ${name} (${type}) in ${file}`,
      ...reasons.map((reason) => `  ${reason}`),
    ]),
  ];
}
