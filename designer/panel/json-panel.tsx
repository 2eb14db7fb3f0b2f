import { Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { canonicalText } from '#dsl/document/canonical-text.ts';
import { CodeEditor } from '../code/lazy-editors.tsx';
import { locatePath } from '../code/locate-path.ts';
import { replaceDocument } from '../commands/replace-document.ts';
import { commands } from '../kit/messages/en/commands.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import classes from './panel.module.css';

// long enough not to follow every key, short enough to feel live
const followMs = 300;

/**
 * The document as text, both ways: edits of the canvas show here, and the canvas follows text that is a business process.
 * Text that is not leaves the canvas as it was and says why.
 */
export function JsonPanel(props: { readonly strategy?: string | undefined }) {
  const { problems } = useOpenProcess();
  const run = useEditor((state) => state.run);
  const document = useEditor((state) => state.snapshot.document);
  const [text, setText] = useState(() => canonicalText(document));
  const written = useRef(document);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    // what came from this text must not overwrite it while it is being written
    if (document === written.current) return;
    written.current = document;
    setText(canonicalText(document));
    setBroken(false);
  }, [document]);
  const follow = useDebouncedCallback((next: string) => {
    const parsed = readProcess(next);
    setBroken(parsed === undefined);
    if (parsed === undefined || canonicalText(parsed) === canonicalText(written.current)) return;
    written.current = parsed;
    run(replaceDocument(commands.editJson, parsed, 'json'));
  }, followMs);
  const markers = useMemo(
    () =>
      problems
        .filter((problem) => problem.severity !== 'information')
        .map(({ severity, message, path }) => ({
          severity: severity === 'error' ? ('error' as const) : ('warning' as const),
          message,
          ...locatePath(text, path),
        })),
    [problems, text],
  );
  return (
    <div className={classes.json}>
      {isBroken && (
        <Text size="xs" className={classes.broken ?? ''} role="alert">
          {t.jsonBroken}
        </Text>
      )}
      <div className={classes.fill}>
        <CodeEditor
          label={t.tabs.json}
          language="json"
          path="process/document.json"
          height="100%"
          value={text}
          markers={isBroken ? [] : markers}
          reveal={props.strategy === undefined ? undefined : locatePath(text, ['strategies', props.strategy]).line}
          onChange={(next) => {
            setText(next);
            follow(next);
          }}
        />
      </div>
    </div>
  );
}

function readProcess(text: string): BusinessProcessInput | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return parseBusinessProcess(json).process === undefined ? undefined : (json as BusinessProcessInput);
  } catch {
    // the editor itself marks where the text stops being JSON
    return undefined;
  }
}
