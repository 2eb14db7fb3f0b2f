import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { EditorMarker } from './editor-marker.ts';
import { monaco, setScriptTypes } from './monaco.ts';
import classes from './code.module.css';

/** A text edited with completion, markers and search. */
export interface CodeEditorProps {
  readonly value: string;
  readonly language: 'json' | 'javascript' | 'plaintext';
  /** Name for people who listen to the page. */
  readonly label: string;
  readonly height: number | string;
  /** Where the text belongs, as a path; texts below `process/` are checked by the schema of a business process. */
  readonly path?: string;
  readonly isReadOnly?: boolean;
  /** One line without margin, as a field of a form. */
  readonly isLine?: boolean;
  readonly markers?: readonly EditorMarker[];
  /** Line to bring into view when the editor opens. */
  readonly reveal?: number | undefined;
  /** TypeScript declarations that a script is completed by. */
  readonly types?: string | undefined;
  onChange?(text: string): void;
  onBlur?(): void;
}

const lineOptions: monaco.editor.IStandaloneEditorConstructionOptions = {
  lineNumbers: 'off',
  folding: false,
  glyphMargin: false,
  lineDecorationsWidth: 6,
  lineNumbersMinChars: 0,
  renderLineHighlight: 'none',
  scrollbar: { vertical: 'hidden', horizontal: 'hidden', handleMouseWheel: false },
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  padding: { top: 6, bottom: 6 },
  wordWrap: 'on',
  scrollBeyondLastColumn: 0,
};

/** The code editor. Loaded by `lazy-editors.tsx` only where it is shown. */
export function MonacoCodeEditor(props: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const latest = useRef(props);
  const scheme = useComputedColorScheme();
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (place.current === null) return undefined;
    const made = create(place.current, latest.current);
    editor.current = made;
    if (latest.current.types !== undefined) setScriptTypes(latest.current.types);
    if (latest.current.reveal !== undefined) made.revealLineNearTop(latest.current.reveal);
    const changes = made.onDidChangeModelContent(() => latest.current.onChange?.(made.getValue()));
    const blurs = made.onDidBlurEditorText(() => {
      if (latest.current.types !== undefined) setScriptTypes(latest.current.types);
      latest.current.onBlur?.();
    });
    const focuses = made.onDidFocusEditorText(() => setScriptTypes(latest.current.types ?? ''));
    return () => {
      for (const listener of [changes, blurs, focuses]) listener.dispose();
      made.getModel()?.dispose();
      made.dispose();
      editor.current = undefined;
    };
  }, []);
  useEffect(() => {
    const made = editor.current;
    if (made !== undefined && made.getValue() !== props.value) replaceText(made, props.value);
  }, [props.value]);
  useEffect(() => monaco.editor.setTheme(`signalbox-${scheme}`), [scheme]);
  useEffect(() => {
    // declarations follow the text itself (keys it attaches): not at every key, but when the cursor leaves
    const isTyping = monaco.editor.getEditors().some((one) => one.hasTextFocus());
    if (props.types !== undefined && !isTyping) setScriptTypes(props.types);
  }, [props.types]);
  useEffect(() => {
    const model = editor.current?.getModel();
    if (model) monaco.editor.setModelMarkers(model, 'signalbox', (props.markers ?? []).map(toMarker));
  }, [props.markers]);
  return (
    <div
      ref={place}
      className={props.isLine === true ? classes.line : classes.editor}
      style={{ height: props.height }}
    />
  );
}

let created = 0;

function create(place: HTMLElement, props: CodeEditorProps): monaco.editor.IStandaloneCodeEditor {
  created += 1;
  const uri = monaco.Uri.parse(`signalbox://text/${created}/${encodeURI(props.path ?? 'text')}`);
  return monaco.editor.create(place, {
    model: monaco.editor.createModel(props.value, props.language, uri),
    ariaLabel: props.label,
    readOnly: props.isReadOnly === true,
    automaticLayout: true,
    minimap: { enabled: false },
    fontSize: 13,
    tabSize: 2,
    scrollBeyondLastLine: false,
    fixedOverflowWidgets: true,
    stickyScroll: { enabled: false },
    padding: { top: 8, bottom: 8 },
    // Tab leaves a field of a form, as people expect there
    ...(props.isLine === true && { ...lineOptions, tabFocusMode: true }),
  });
}

// as an edit, so that the editor's own undo and the place of the cursor survive
function replaceText(editor: monaco.editor.IStandaloneCodeEditor, text: string): void {
  const model = editor.getModel();
  if (model === null) return;
  if (editor.getOption(monaco.editor.EditorOption.readOnly)) {
    editor.setValue(text);
    return;
  }
  editor.executeEdits('document', [{ range: model.getFullModelRange(), text, forceMoveMarkers: true }]);
}

function toMarker(marker: EditorMarker): monaco.editor.IMarkerData {
  return {
    severity: marker.severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    message: marker.message,
    startLineNumber: marker.line,
    startColumn: marker.column,
    endLineNumber: marker.endLine,
    endColumn: marker.endColumn,
  };
}
