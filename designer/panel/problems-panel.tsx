import { IconCircleCheck } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import { analyseProcess } from '#dsl/check/analyse-process.ts';
import { readDocument } from '../commands/read-document.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { trial } from '../kit/messages/en/trial.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import classes from './panel.module.css';
import { ProblemList } from './problem-list.tsx';

/** Everything the checks found, and below it what is worth knowing of a process that is otherwise sound. */
export function ProblemsPanel() {
  const { problems } = useOpenProcess();
  return (
    <>
      {problems.length === 0 ? (
        <p className={classes.none}>
          <IconCircleCheck size={18} aria-hidden color="var(--sb-good)" /> {t.problemsNone}
        </p>
      ) : (
        <ProblemList problems={problems} />
      )}
      <Analysis />
    </>
  );
}

/** Takes longer than the checks, so it comes after what people type. */
function Analysis() {
  const document = useDeferredValue(useEditor((state) => state.snapshot.document));
  const found = useMemo(() => {
    const { process } = readDocument(document);
    return process === undefined ? [] : analyseProcess(process);
  }, [document]);
  if (found.length === 0) return null;
  return (
    <details className={classes.analysis} open={found.some(({ severity }) => severity === 'warning')}>
      <summary>{trial.worthKnowing(found.length)}</summary>
      <ProblemList problems={found} />
    </details>
  );
}
