import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import { type AgentGroupDocument, agentGroupDocumentSchema } from '#dsl/model/agent-group.ts';
import { type Person, personSchema } from '#dsl/protocol/people.ts';
import { readExamples } from '#runtime/knowledge/read-examples.ts';

/** A sample as it lies in its folder: a bundle, and the people who show it. */
export interface Sample {
  readonly folder: string;
  /** As `importBundle` takes it. */
  readonly bundle: unknown;
  readonly people: readonly Omit<Person, 'id'>[];
}

/** Parts of a bundle by the file that holds them, beside `process.json`. */
const parts = {
  layout: 'layout.json',
  responses: 'responses.json',
  screeningRules: 'screening-rules.json',
  routingRules: 'routing-rules.json',
  lists: 'lists.json',
  businessHours: 'business-hours.json',
} as const;

const peopleSchema = z.strictObject({
  agentGroups: z.array(agentGroupDocumentSchema).default([]),
  people: z.array(personSchema.omit({ id: true })).default([]),
});

/** Names of the folders of samples; those that begin with a dot or hold no `process.json` are none. */
export async function listSamples(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: unknown) => {
    // An installation may come without samples.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const held = await Promise.all(
    folders.map(async ({ name }) => ((await readdir(join(directory, name))).includes('process.json') ? [name] : [])),
  );
  return held.flat().toSorted();
}

/**
 * Reads a sample: `process.json` with `layout.json`, `responses.json`, `screening-rules.json`, `routing-rules.json`, `lists.json`, `business-hours.json` and `people.json`
 * where there are, and `models/NAME.csv` with training texts. Throws `document/unreadable`.
 */
export async function readSample(directory: string, folder: string): Promise<Sample> {
  const at = join(directory, folder);
  const process = await readJson(join(at, 'process.json'));
  const read = await Promise.all(
    Object.entries(parts).map(async ([part, file]) => [part, await readJson(join(at, file))] as const),
  );
  const { people, agentGroups } = await readPeople(join(at, 'people.json'));
  const found = Object.fromEntries(read.filter(([, value]) => value !== undefined));
  const models = await readModels(join(at, 'models'));
  return { folder, bundle: { format: 1, kind: 'bundle', process, ...found, models, agentGroups }, people };
}

/** People of a sample, and its groups with those people as their members. */
async function readPeople(file: string): Promise<Pick<Sample, 'people'> & { agentGroups: AgentGroupDocument[] }> {
  const read = peopleSchema.safeParse((await readJson(file)) ?? {});
  if (!read.success) throw new CodedError('document/unreadable', { file, reason: z.prettifyError(read.error) });
  const { people, agentGroups } = read.data;
  return {
    people: people.map((person) => ({ ...person, groups: [] })),
    agentGroups: agentGroups.map((group) => ({
      ...group,
      members: people.filter(({ groups }) => groups.includes(group.name)).map(({ userName }) => userName),
    })),
  };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CodedError('document/unreadable', { file, reason: textOf(cause) }, { cause });
  }
}

async function readModels(directory: string): Promise<{ name: string; examples: unknown }[]> {
  const files = await readdir(directory).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return Promise.all(
    files
      .filter((file) => file.endsWith('.csv'))
      .map(async (file) => ({
        name: file.slice(0, -'.csv'.length),
        examples: readExamples(await readFile(join(directory, file), 'utf8')),
      })),
  );
}
