import { expect, test } from 'vitest';
import { referencePages } from '#runtime/cli/reference/reference-pages.ts';
import { readRootFile } from '#test/support/source-files.ts';

test.each([...referencePages()])(
  '%s says what the code says; run node runtime/cli/reference.ts when it does not',
  (path, text) => {
    expect(readRootFile(path)).toBe(text);
  },
);
