import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Loading } from '../kit/loading.tsx';
import { design as t } from '../kit/messages/en/design.ts';
import { JsonPanel } from './json-panel.tsx';
import classes from './panel.module.css';
import { PanelTabs } from './panel-tabs.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { usePanel } from './use-panel.ts';

const CodePanel = lazy(() => import('./code-panel.tsx').then((loaded) => ({ default: loaded.CodePanel })));
const SimulatePanel = lazy(() =>
  import('../simulate/simulate-panel.tsx').then((loaded) => ({ default: loaded.SimulatePanel })),
);
const TestsPanel = lazy(() => import('../simulate/tests-panel.tsx').then((loaded) => ({ default: loaded.TestsPanel })));
const HistoryPanel = lazy(() => import('./history-panel.tsx').then((loaded) => ({ default: loaded.HistoryPanel })));

/** The panel below a canvas: problems, the document as text, the compiled code, the versions. */
export function Panel(props: { readonly strategy?: string }) {
  const { tab, open, close } = usePanel();
  const { strategy } = props;
  const isOfStrategy = tab === 'code' || tab === 'tests' || tab === 'simulate';
  const shown = isOfStrategy && strategy === undefined ? 'problems' : tab;
  return (
    <section className={classes.panel} aria-label={t.panel}>
      <header className={classes.bar}>
        <PanelTabs hasCode={strategy !== undefined} active={shown} onOpen={open} />
        <ActionIcon aria-label={t.closePanel} onClick={close}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className={classes.body} role="tabpanel" aria-label={t.tabs[shown]}>
        <Suspense fallback={<Loading />}>
          {shown === 'problems' && <ProblemsPanel />}
          {shown === 'json' && <JsonPanel strategy={strategy} />}
          {shown === 'code' && strategy !== undefined && <CodePanel strategy={strategy} />}
          {shown === 'simulate' && strategy !== undefined && <SimulatePanel />}
          {shown === 'tests' && strategy !== undefined && <TestsPanel />}
          {shown === 'history' && <HistoryPanel />}
        </Suspense>
      </div>
    </section>
  );
}
