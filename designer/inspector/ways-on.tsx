import { Select } from '@mantine/core';
import { portsOf } from '#dsl/blocks/ports-of.ts';
import { blockByType } from '#dsl/blocks/index.ts';
import { connectPort, disconnectPorts } from '../commands/connect-port.ts';
import type { BlockInput } from '../commands/edit.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useEditor } from '../process/editor-context.tsx';
import classes from './inspector.module.css';

/** Where each exit of a block leads: wiring without a mouse. */
export function WaysOn(props: { readonly strategy: string; readonly id: string; readonly instance: BlockInput }) {
  const { strategy, id, instance } = props;
  const run = useEditor((state) => state.run);
  const blocks = useEditor((state) => state.snapshot.document.strategies?.[strategy]?.blocks);
  const ports = portsOf(instance);
  if (ports.length === 0 || blocks === undefined) return null;
  const targets = Object.entries(blocks)
    .filter(([other, block]) => other !== id && blockByType(block.type)?.role !== 'entry')
    .map(([other, block]) => ({ value: other, label: labelOf(block, other, blocks) }));
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionTitle}>{t.waysOn}</h3>
      {ports.map((port) => (
        <div key={port.name} className={classes.wayOn} style={{ marginBottom: 6 }}>
          <span className={classes.wayName} title={port.name}>
            <span className={classes.wayDot} data-kind={port.kind} />
            {port.name}
          </span>
          <Select
            size="xs"
            aria-label={t.leadsTo(port.name)}
            data={targets}
            value={instance.ports?.[port.name] ?? null}
            placeholder={port.ends === true || port.kind === 'error' ? t.mayEnd : t.nowhere}
            clearable
            allowDeselect={false}
            searchable
            onChange={(to) =>
              run(
                to === null
                  ? disconnectPorts(strategy, [{ block: id, port: port.name }])
                  : connectPort(strategy, { block: id, port: port.name }, to),
              )
            }
          />
        </div>
      ))}
    </section>
  );
}

// two blocks may look alike; their ids tell them apart
function labelOf(block: BlockInput, id: string, blocks: Readonly<Record<string, BlockInput>>): string {
  const name = block.name ?? blockByType(block.type)?.face.label ?? id;
  const isShared = Object.entries(blocks).some(
    ([other, one]) => other !== id && (one.name ?? blockByType(one.type)?.face.label ?? other) === name,
  );
  return isShared ? `${name} (${id})` : name;
}
