import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const samplesDirectory = fileURLToPath(new URL('../../samples/', import.meta.url));

/** Names of the sample folders. */
export function sampleNames(): string[] {
  return readdirSync(samplesDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** Text of a file of a sample. */
export function readSampleText(sample: string, file: string): string {
  return readFileSync(join(samplesDirectory, sample, file), 'utf8');
}

/** A JSON file of a sample. */
export function readSampleJson(sample: string, file: string): unknown {
  return JSON.parse(readSampleText(sample, file));
}

/** Names of the files in a sample's folder, or in a folder below it; empty when there is none. */
export function sampleFiles(sample: string, folder = ''): string[] {
  const entries = readdirSync(join(samplesDirectory, sample), { recursive: true, encoding: 'utf8' });
  return entries.filter((entry) => entry.startsWith(folder)).map((entry) => entry.slice(folder.length));
}
