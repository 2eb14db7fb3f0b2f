import { ActionIcon, Button, Stack, Text, Tooltip } from '@mantine/core';
import { IconArrowRight, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { design } from '../kit/messages/en/design.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useOpenProcess } from '../process/editor-context.tsx';
import { titleOf } from '../process/object-card.tsx';
import { ObjectIcon } from '../process/object-icon.tsx';
import type { ProcessNode } from '../process/process-graph.ts';
import { EndpointForm } from './endpoint-form.tsx';
import { InspectorHead } from './inspector-head.tsx';
import { QueueForm } from './queue-form.tsx';
import { StrategyForm } from './strategy-form.tsx';
import { ViewForm } from './view-form.tsx';
import { WhereUsed } from './where-used.tsx';

/** Everything about one object of the process canvas. */
export function ObjectInspector(props: {
  readonly node: ProcessNode;
  readonly process: BusinessProcess;
  readonly onRemove: () => void;
}) {
  const { node, process, onRemove } = props;
  const label = t.removeObject(design.kinds[node.kind]);
  return (
    <div>
      <InspectorHead
        kind={design.kinds[node.kind]}
        title={titleOf(node)}
        hue={node.hue}
        icon={<ObjectIcon kind={node.kind} />}
        tools={
          node.object !== undefined && (
            <Tooltip label={label}>
              <ActionIcon aria-label={label} onClick={onRemove}>
                <IconTrash size={18} />
              </ActionIcon>
            </Tooltip>
          )
        }
      />
      <Stack p="md" gap="md">
        <ObjectForm node={node} process={process} />
      </Stack>
    </div>
  );
}

function ObjectForm({ node, process }: { readonly node: ProcessNode; readonly process: BusinessProcess }) {
  const { object } = node;
  const { name: processName } = useOpenProcess();
  switch (object?.kind) {
    case 'endpoint':
      return <EndpointForm name={object.name} process={process} />;
    case 'queue':
      return (
        <>
          <QueueForm name={object.name} process={process} />
          <WhereUsed kind="queue" name={object.name} />
        </>
      );
    case 'view':
    case 'submitter':
      return <ViewForm queue={object.queue} name={object.name} process={process} />;
    case 'strategy':
      return (
        <>
          <Button
            component={Link}
            to={`/design/${encodeURIComponent(processName)}/${encodeURIComponent(object.name)}`}
            variant="default"
            rightSection={<IconArrowRight size={16} />}
          >
            {t.openStrategy}
          </Button>
          <StrategyForm name={object.name} process={process} />
          <WhereUsed kind="strategy" name={object.name} />
        </>
      );
    case undefined:
      if (node.kind === 'agent-group' || node.kind === 'agent') {
        return <WhereUsed kind={node.kind} name={node.name} />;
      }
      return <Text size="sm">{node.kind === 'stop' ? design.stopHelp : node.name}</Text>;
  }
}
