import classes from './panel.module.css';
import { PanelTabs } from './panel-tabs.tsx';
import { usePanel } from './use-panel.ts';

/** The closed panel's tabs, at the canvas's lower edge. */
export function PanelToggle(props: { readonly strategy?: string }) {
  const { isOpen, open } = usePanel();
  if (isOpen) return null;
  return (
    <div className={classes.closed}>
      <PanelTabs hasCode={props.strategy !== undefined} active={undefined} onOpen={open} />
    </div>
  );
}
