import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { hostCalls } from '#dsl/blocks/host-calls.ts';
import { blocks } from '#dsl/blocks/index.ts';
import { initialPorts } from '#dsl/blocks/ports-of.ts';
import { readSampleText, sampleNames } from '#test/support/read-sample.ts';
import { readRootFile } from '#test/support/source-files.ts';

const types = blocks.map(({ type }) => type);

test('the folders are the registry', () => {
  const folders = readdirSync(fileURLToPath(new URL('../../dsl/blocks/', import.meta.url)), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  expect(types.toSorted()).toEqual(folders.toSorted());
});

test.each(types)('%s has its file, its test, its page and a sample', (type) => {
  const samples = sampleNames().map((sample) => readSampleText(sample, 'process.json'));

  expect(readRootFile(`dsl/blocks/${type}/${type}.ts`)).toContain(`type: '${type}'`);
  expect(readRootFile(`dsl/blocks/${type}/${type}.test.ts`)).toBeDefined();
  expect(readRootFile('docs/reference/blocks.md')).toContain(`\`${type}\``);
  expect(samples.some((text) => text.includes(`"type": "${type}"`))).toBe(true);
});

test.each(blocks)('$type explains itself', ({ face }) => {
  expect(face.help.length).toBeGreaterThan(40);
  expect(face.help).toMatch(/[.!]$/);
  expect(face.label).toMatch(/^[A-Z]/);
  expect(face.icon).toMatch(/^[a-z0-9-]+$/);
});

test.each(blocks.filter(({ role }: { role?: string }) => role === undefined))(
  '$type can fail, and has a port for it',
  (block) => {
    const ports = initialPorts(block as never).map(({ name }) => name);

    expect(ports).toContain('error');
  },
);

test('every host call belongs to the block of its name and has a handler in the runtime', () => {
  for (const { name } of hostCalls) {
    expect(types).toContain(name);
    expect(readRootFile(`runtime/strategy/host-calls/${name}.ts`), name).toBeDefined();
  }
});
