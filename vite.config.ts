import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The browser build (`designer/` to `dist/`) and the test projects: unit tests beside the code, and what crosses rooms under test/. */
export default defineConfig({
  root: 'designer',
  plugins: [react()],
  build: { outDir: '../dist', emptyOutDir: true, chunkSizeWarningLimit: 4000, target: 'es2023' },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8400', ws: true } } },
  test: {
    root: '.',
    passWithNoTests: false,
    // isolated-vm asks for it
    execArgv: ['--no-node-snapshot'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['dsl/**/*.test.ts', 'runtime/**/*.test.ts', 'designer/**/*.test.ts', 'test/architecture/**/*.test.ts', 'test/property/**/*.test.ts', 'test/samples/**/*.test.ts'] } },
      { extends: true, test: { name: 'integration', include: ['test/integration/**/*.test.ts', 'test/contract/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      { extends: true, test: { name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      { extends: true, test: { name: 'fault', include: ['test/fault/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 120_000 } },
    ],
  },
});
