import {
  IconAlertTriangle,
  IconBraces,
  IconCode,
  IconHistory,
  IconListCheck,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { design as t } from '../kit/messages/en/design.ts';
import { useOpenProcess } from '../process/editor-context.tsx';
import { useTrialIfAny } from '../simulate/trial-context.tsx';
import classes from './panel.module.css';
import type { PanelTab } from './use-panel.ts';

const icons = {
  problems: IconAlertTriangle,
  simulate: IconPlayerPlay,
  tests: IconListCheck,
  json: IconBraces,
  code: IconCode,
  history: IconHistory,
} as const;

/** The tabs of the panel; simulation, tests and code belong to a strategy. */
export function PanelTabs(props: {
  readonly hasCode: boolean;
  readonly active: PanelTab | undefined;
  readonly onOpen: (tab: PanelTab) => void;
}) {
  const { problems } = useOpenProcess();
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const failedTests = useTrialIfAny()?.tests.report?.results.filter((result) => !result.passed).length ?? 0;
  const tabs: readonly PanelTab[] = props.hasCode
    ? ['problems', 'simulate', 'tests', 'json', 'code', 'history']
    : ['problems', 'json', 'history'];
  return (
    <div className={classes.tabs} role="tablist" aria-label={t.panel}>
      {tabs.map((tab) => {
        const Icon = icons[tab];
        const count = tab === 'problems' ? problems.length : tab === 'tests' ? failedTests : 0;
        const isBad = tab === 'tests' || errors > 0;
        return (
          <button
            key={tab}
            type="button"
            role="tab"
            className={classes.tab}
            aria-selected={props.active === tab}
            onClick={() => props.onOpen(tab)}
          >
            <Icon size={14} aria-hidden />
            {t.tabs[tab]}
            {count > 0 && (
              <span className={classes.count} data-severity={isBad ? 'error' : 'warning'}>
                {count}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
