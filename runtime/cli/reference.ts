import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referencePages } from './reference/reference-pages.ts';

const root = new URL('../../', import.meta.url);

// the pages are generated, so that they cannot say anything else than the code; a test tells when they are behind
for (const [path, text] of referencePages()) {
  const file = fileURLToPath(new URL(path, root));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  process.stdout.write(`${path}\n`);
}
