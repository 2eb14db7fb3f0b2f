import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeModel, encodeModel } from '#dsl/classification/encode-model.ts';
import type { ClassificationModel } from '#dsl/classification/model.ts';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';

const modelFile = 'model.bin';
const aboutFile = 'about.json';

const aboutSchema = z.object({ trainSeconds: z.number(), examples: z.int(), bytes: z.int() });

/** What is told of a model beside itself: how long its training took, from how many texts, and its size. */
export type AboutModel = z.infer<typeof aboutSchema>;

/** Writes a model into a directory, which is made if it is not there, in place of the one it holds. */
export async function writeModelFolder(
  directory: string,
  model: ClassificationModel,
  { trainSeconds, examples }: Omit<AboutModel, 'bytes'>,
): Promise<AboutModel> {
  const bytes = encodeModel(model);
  const about = { trainSeconds, examples, bytes: bytes.length };
  await mkdir(directory, { recursive: true });
  for (const [name, content] of [
    [modelFile, bytes],
    [aboutFile, `${JSON.stringify(about)}\n`],
  ] as const) {
    // never half a model under its name, even when this is stopped in between
    await writeFile(join(directory, `${name}.new`), content);
    await rename(join(directory, `${name}.new`), join(directory, name));
  }
  return about;
}

/** Reads what `writeModelFolder` wrote. Throws `document/unreadable` when the directory holds no model. */
export async function readModelFolder(directory: string): Promise<{ model: ClassificationModel; about: AboutModel }> {
  try {
    const model = decodeModel(await readFile(join(directory, modelFile)));
    const about = aboutSchema.parse(JSON.parse(await readFile(join(directory, aboutFile), 'utf8')));
    return { model, about };
  } catch (error) {
    throw new CodedError('document/unreadable', { file: directory, reason: textOf(error) }, { cause: error });
  }
}
