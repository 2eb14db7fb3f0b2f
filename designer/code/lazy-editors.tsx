import { lazy, Suspense } from 'react';
import type { CodeEditorProps } from './code-editor.tsx';
import classes from './code.module.css';
import type { DiffEditorProps } from './diff-editor.tsx';

const LoadedCodeEditor = lazy(() =>
  import('./code-editor.tsx').then((loaded) => ({ default: loaded.MonacoCodeEditor })),
);
const LoadedDiffEditor = lazy(() =>
  import('./diff-editor.tsx').then((loaded) => ({ default: loaded.MonacoDiffEditor })),
);

/** The code editor; the plain text stands there while it loads. */
export function CodeEditor(props: CodeEditorProps) {
  return (
    <Suspense fallback={<Plain text={props.value} height={props.height} isLine={props.isLine === true} />}>
      <LoadedCodeEditor {...props} />
    </Suspense>
  );
}

/** Two texts side by side, with their differences marked. */
export function DiffEditor(props: DiffEditorProps) {
  return (
    <Suspense fallback={<Plain text={props.after} height={props.height} isLine={false} />}>
      <LoadedDiffEditor {...props} />
    </Suspense>
  );
}

function Plain(props: { readonly text: string; readonly height: number | string; readonly isLine: boolean }) {
  return (
    <pre className={props.isLine ? classes.line : classes.plain} style={{ height: props.height }}>
      {props.text}
    </pre>
  );
}
