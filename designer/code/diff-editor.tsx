import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './code.module.css';
import { monaco } from './monaco.ts';

/** Two texts side by side. */
export interface DiffEditorProps {
  readonly before: string;
  readonly after: string;
  readonly language: 'json' | 'javascript';
  readonly height: number | string;
}

/** Shows what differs between two texts. Loaded by `lazy-editors.tsx` only where it is shown. */
export function MonacoDiffEditor(props: DiffEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme();
  const { before, after, language } = props;
  useEffect(() => {
    if (place.current === null) return undefined;
    const original = monaco.editor.createModel(before, language);
    const modified = monaco.editor.createModel(after, language);
    const editor = monaco.editor.createDiffEditor(place.current, {
      readOnly: true,
      originalEditable: false,
      automaticLayout: true,
      minimap: { enabled: false },
      fontSize: 13,
      scrollBeyondLastLine: false,
      hideUnchangedRegions: { enabled: true },
      renderOverviewRuler: false,
    });
    editor.setModel({ original, modified });
    return () => {
      editor.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [before, after, language]);
  useEffect(() => monaco.editor.setTheme(`signalbox-${scheme}`), [scheme]);
  return <div ref={place} className={classes.editor} style={{ height: props.height }} />;
}
