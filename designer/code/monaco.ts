import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/javascript/register';
import * as monaco from 'monaco-editor/editor';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
import { javascriptDefaults } from 'monaco-editor/languages/features/typescript/register';
import { businessProcessJsonSchema } from '#dsl/document/json-schema.ts';

globalThis.MonacoEnvironment = {
  getWorker: (_, label) => {
    // written out, since the build finds workers by these very words
    if (label === 'json') {
      return new Worker(new URL('monaco-editor/languages/features/json/json.worker.js', import.meta.url), {
        type: 'module',
      });
    }
    if (label === 'javascript' || label === 'typescript') {
      return new Worker(new URL('monaco-editor/languages/features/typescript/ts.worker.js', import.meta.url), {
        type: 'module',
      });
    }
    return new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' });
  },
};

/** Path below which texts are business processes, so that they are completed and explained by the schema. */
export const processDocuments = 'process/';

jsonDefaults.setDiagnosticsOptions({
  validate: true,
  allowComments: false,
  schemas: [
    {
      uri: 'signalbox://schema/business-process.schema.json',
      fileMatch: [`*/${processDocuments}*`],
      schema: businessProcessJsonSchema(),
    },
  ],
});

javascriptDefaults.setEagerModelSync(true);
javascriptDefaults.setCompilerOptions({
  allowJs: true,
  checkJs: true,
  allowNonTsExtensions: true,
  target: 99,
  // what the sandbox has: the language, and nothing of a browser
  lib: ['esnext'],
  // every text a module of its own, so that two scripts may both declare `x`
  moduleDetection: 3,
  module: 99,
});
javascriptDefaults.setDiagnosticsOptions({
  // 1108 and 1375/1378: a script is the body of an async function, so it may return and await; 80007 is a matter of taste
  diagnosticCodesToIgnore: [1108, 1375, 1378, 7027, 80007],
});

monaco.editor.defineTheme('signalbox-light', {
  base: 'vs',
  inherit: true,
  rules: [],
  colors: { 'editor.background': '#ffffff', 'editorGutter.background': '#ffffff' },
});
monaco.editor.defineTheme('signalbox-dark', {
  base: 'vs-dark',
  inherit: true,
  rules: [],
  colors: { 'editor.background': '#1c2129', 'editorGutter.background': '#1c2129' },
});

/** Declarations that scripts and expressions are completed and checked by from now on. */
export function setScriptTypes(types: string): void {
  const file = 'signalbox://types/strategy.d.ts';
  if (javascriptDefaults.getExtraLibs()[file]?.content === types) return;
  javascriptDefaults.setExtraLibs([{ content: types, filePath: file }]);
}

/** The code editor's own API; named nowhere outside this folder. */
export { monaco };
