import { IconAlertTriangle, IconBraces, IconCode, IconHistory } from '@tabler/icons-react';
import { design as t } from '../kit/messages/en/design.ts';
import { useOpenProcess } from '../process/editor-context.tsx';
import classes from './panel.module.css';
import type { PanelTab } from './use-panel.ts';

const icons = { problems: IconAlertTriangle, json: IconBraces, code: IconCode, history: IconHistory } as const;

/** The tabs of the panel; code belongs to a strategy. */
export function PanelTabs(props: {
  readonly hasCode: boolean;
  readonly active: PanelTab | undefined;
  readonly onOpen: (tab: PanelTab) => void;
}) {
  const { problems } = useOpenProcess();
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const tabs: readonly PanelTab[] = props.hasCode
    ? ['problems', 'json', 'code', 'history']
    : ['problems', 'json', 'history'];
  return (
    <div className={classes.tabs} role="tablist" aria-label={t.panel}>
      {tabs.map((tab) => {
        const Icon = icons[tab];
        const count = tab === 'problems' ? problems.length : 0;
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
              <span className={classes.count} data-severity={errors > 0 ? 'error' : 'warning'}>
                {count}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
