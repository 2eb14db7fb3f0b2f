import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import classes from './panel.module.css';
import { problemPlace } from './problem-place.ts';

const icons = { error: IconCircleX, warning: IconAlertTriangle, information: IconInfoCircle } as const;

/** Diagnostics as a list; a click leads to the block or object at fault. */
export function ProblemList({ problems }: { readonly problems: readonly Diagnostic[] }) {
  const { name } = useOpenProcess();
  const navigate = useNavigate();
  const document = useEditor((state) => state.snapshot.document);
  const go = (problem: Diagnostic): void => {
    const { strategy, select } = problemPlace(problem);
    // a new object each time, so that a second click brings the block into view again
    const search = select === undefined ? {} : { select };
    if (strategy === undefined) void navigate({ to: '/design/$process', params: { process: name }, search });
    else void navigate({ to: '/design/$process/$strategy', params: { process: name, strategy }, search });
  };
  return (
    <ul className={classes.problems}>
      {problems.map((problem) => {
        const Icon = icons[problem.severity];
        const block =
          problem.block === undefined
            ? undefined
            : document.strategies?.[problem.strategy ?? '']?.blocks[problem.block];
        return (
          <li key={`${problem.code} ${problem.path.join('/')} ${problem.message}`}>
            <button type="button" className={classes.problem} onClick={() => go(problem)}>
              <Icon
                size={16}
                className={classes.severity}
                data-severity={problem.severity}
                aria-label={t.severity[problem.severity]}
              />
              <span className={classes.message}>{problem.message}</span>
              <span className={classes.place}>
                {problem.strategy ?? t.inProcess}
                {problem.block !== undefined && ` / ${block?.name ?? problem.block}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
