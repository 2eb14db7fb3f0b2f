import { startTransition, useEffect, useState } from 'react';
import { checkProcess } from '#dsl/check/check-process.ts';
import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { isDeepEqual } from '#dsl/document/is-deep-equal.ts';
import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import type { EditorStore } from '../commands/editor-store.ts';
import { readDocument } from '../commands/read-document.ts';
import type { KnownNames } from './use-surroundings.ts';

// between two keys of somebody who types, so that checks run in the first pause
const pauseMs = 120;

/** What the checks find in the document of an editor, a moment after each change of it; the same list while nothing of it changed. */
export function useProblems(editor: EditorStore, known: KnownNames): readonly Diagnostic[] {
  const [problems, setProblems] = useState<readonly Diagnostic[]>([]);
  useEffect(() => {
    const follow = (): void => {
      const found = problemsOf(editor.getState().snapshot.document, known);
      startTransition(() => setProblems((before) => (isDeepEqual(before, found) ? before : found)));
    };
    // the first picture comes before its problems
    let timer = setTimeout(follow);
    const stop = editor.subscribe(({ snapshot }, before) => {
      if (snapshot.document === before.snapshot.document) return;
      clearTimeout(timer);
      timer = setTimeout(follow, pauseMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor, known]);
  return problems;
}

function problemsOf(document: BusinessProcessInput, known: KnownNames): readonly Diagnostic[] {
  const { process } = readDocument(document);
  if (process === undefined) return parseBusinessProcess(document).diagnostics;
  return checkProcess(process, known.isKnown ? known : {});
}
