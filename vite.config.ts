import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Below this a compressed copy saves nothing. */
const worthCompressingBytes = 1400;

/** Lays compressed copies beside the built files, so that the server compresses nothing while people wait. */
function compressedCopies(directory: string): Plugin {
  return {
    name: 'compressed-copies',
    apply: 'build',
    async closeBundle() {
      const files = (await readdir(directory, { recursive: true })).filter((file) =>
        /\.(?:js|css|html|svg|json|wasm|ttf)$/.test(file),
      );
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } };
      for (const file of files.map((name) => join(directory, name))) {
        const bytes = await readFile(file);
        if (bytes.length < worthCompressingBytes) continue;
        await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, quality));
        await writeFile(`${file}.gz`, await promisify(gzip)(bytes));
      }
    },
  };
}

/** Builds what pages of others load with one script tag: a file of its own that depends on nothing. */
function embedded(directory: string, entry: string, file: string): Plugin {
  return {
    name: file,
    apply: 'build',
    closeBundle: {
      order: 'pre',
      sequential: true,
      async handler() {
        await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          build: {
            outDir: directory,
            emptyOutDir: false,
            target: 'es2022',
            lib: {
              entry: join(import.meta.dirname, entry),
              formats: ['iife'],
              name: 'signalboxEmbedded',
              fileName: () => file,
            },
          },
        });
      },
    },
  };
}

/** The browser build (`designer/` to `dist/`) and the test projects: unit tests beside the code, and what crosses rooms under test/. */
export default defineConfig({
  root: 'designer',
  plugins: [
    react(),
    embedded(join(import.meta.dirname, 'dist'), 'designer/chat-widget/widget.ts', 'chat-widget.js'),
    embedded(join(import.meta.dirname, 'dist'), 'designer/web-form/web-form.ts', 'web-form.js'),
    compressedCopies(join(import.meta.dirname, 'dist')),
  ],
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
    target: 'es2023',
    // What nearly all pages share, in one file each instead of a hundred: each file costs a request, and a page waits for all of its own.
    // Only leaves of the graph: files cut across our own code would depend on each other in a circle, and start in the wrong order.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'icons', test: /@tabler.icons-react/ },
            // without what few pages use: it would count at the first load
            {
              name: 'mantine',
              test: /@mantine.(?:core|hooks)(?!.*(?:NumberInput|Slider|Combobox|Pill|TagsInput|Color|Table|Textarea|Stepper|Tree|Radio))/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8400', ws: true } } },
  test: {
    root: '.',
    passWithNoTests: false,
    // Files mostly wait for servers of their own: two at a time are a third quicker on two processors, where one is the default.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // isolated-vm asks for it
    execArgv: ['--no-node-snapshot'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Properties take seconds each on a busy machine.
          testTimeout: 30_000,
          include: [
            'dsl/**/*.test.ts',
            'runtime/**/*.test.ts',
            'designer/**/*.test.ts',
            'test/architecture/**/*.test.ts',
            'test/property/**/*.test.ts',
            'test/samples/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts', 'test/contract/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser that shares two cores with everything else now and then misses a key.
          retry: 1,
        },
      },
      {
        extends: true,
        test: { name: 'fault', include: ['test/fault/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 120_000 },
      },
    ],
  },
});
