import { Button } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { trial as t } from '../kit/messages/en/trial.ts';
import { useEditor } from '../process/editor-context.tsx';
import { useTrial } from './trial-context.tsx';

/** Sets a breakpoint on the block that is selected on the canvas, or takes it away. */
export function BreakpointButton() {
  const { strategy, simulation } = useTrial();
  const blocks = useEditor((state) => state.snapshot.document.strategies?.[strategy]?.blocks);
  const selection = useEditor((state) => state.selection);
  const [only] = selection;
  const block = selection.length === 1 && only !== undefined && blocks?.[only] !== undefined ? only : undefined;
  const isSet = block !== undefined && simulation.breakpoints.has(block);
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-pressed={isSet}
      disabled={block === undefined}
      title={block === undefined ? t.selectForBreakpoint : undefined}
      leftSection={<IconPlayerPause size={13} />}
      onClick={() => block !== undefined && simulation.toggleBreakpoint(block)}
    >
      {isSet ? t.noBreakpoint : t.breakpoint}
    </Button>
  );
}
