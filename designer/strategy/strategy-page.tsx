import { Button } from '@mantine/core';
import { IconRouteOff } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { EmptyState } from '../kit/empty-state.tsx';
import { design as t } from '../kit/messages/en/design.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import { TrialProvider } from '../simulate/trial-context.tsx';
import { StrategyEditor } from './strategy-editor.tsx';

/** The canvas of one strategy, with palette, inspector and panel. */
export function StrategyPage() {
  const { strategy: name } = useParams({ from: '/design/$process/$strategy' });
  const { name: process } = useOpenProcess();
  const isThere = useEditor((state) => state.snapshot.document.strategies?.[name] !== undefined);
  if (!isThere) {
    return (
      <EmptyState
        icon={<IconRouteOff size={26} />}
        title={t.noStrategy(name)}
        action={
          <Button component={Link} to={`/design/${encodeURIComponent(process)}`} variant="default">
            {t.toProcess}
          </Button>
        }
      >
        {t.noStrategyHelp}
      </EmptyState>
    );
  }
  return (
    <TrialProvider key={name} strategy={name}>
      <StrategyEditor name={name} />
    </TrialProvider>
  );
}
