import { Select } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Port } from '#dsl/block/block.ts';
import { portsOf } from '#dsl/blocks/ports-of.ts';
import { blockByType } from '#dsl/blocks/index.ts';
import { connectPort, disconnectPorts } from '../commands/connect-port.ts';
import type { BlockInput } from '../commands/edit.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useEditor } from '../process/editor-context.tsx';
import classes from './inspector.module.css';
import { blockLabel } from '../kit/messages/block-label.ts';

// more are found by typing a part of their name
const mostShown = 200;

/** Where each exit of a block leads: wiring without a mouse. */
export function WaysOn(props: { readonly strategy: string; readonly id: string; readonly instance: BlockInput }) {
  const { strategy, id, instance } = props;
  const blocks = useDeferredValue(useEditor((state) => state.snapshot.document.strategies?.[strategy]?.blocks));
  const labels = useMemo(() => labelsOf(blocks ?? {}), [blocks]);
  const ports = portsOf(instance);
  if (ports.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionTitle}>{t.waysOn}</h3>
      {ports.map((port) => (
        <div key={port.name} className={classes.wayOn} style={{ marginBottom: 6 }}>
          <span className={classes.wayName} title={port.name}>
            <span className={classes.wayDot} data-kind={port.kind} />
            {port.name}
          </span>
          <WayOn from={{ strategy, id }} port={port} to={instance.ports?.[port.name]} labels={labels} />
        </div>
      ))}
    </section>
  );
}

function WayOn(props: {
  readonly from: { readonly strategy: string; readonly id: string };
  readonly port: Port;
  readonly to: string | undefined;
  /** What blocks that a wire may lead to are called, by their ids. */
  readonly labels: ReadonlyMap<string, string>;
}) {
  const { from, port, to, labels } = props;
  const { strategy, id } = from;
  const run = useEditor((state) => state.run);
  const [isOpen, setOpen] = useState(false);
  // a closed list needs no more than what it leads to
  const shown = isOpen ? [...labels.keys()].filter((other) => other !== id) : to === undefined ? [] : [to];
  return (
    <Select
      size="xs"
      aria-label={t.leadsTo(port.name)}
      data={shown.map((other) => ({ value: other, label: labels.get(other) ?? other }))}
      limit={mostShown}
      value={to ?? null}
      placeholder={port.ends === true || port.kind === 'error' ? t.mayEnd : t.nowhere}
      clearable
      allowDeselect={false}
      searchable
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onChange={(next) =>
        run(
          next === null
            ? disconnectPorts(strategy, [{ block: id, port: port.name }])
            : connectPort(strategy, { block: id, port: port.name }, next),
        )
      }
    />
  );
}

// two blocks may look alike; their ids tell them apart
function labelsOf(blocks: Readonly<Record<string, BlockInput>>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const uses = new Map<string, number>();
  for (const [id, instance] of Object.entries(blocks)) {
    const block = blockByType(instance.type);
    const name = instance.name ?? blockLabel(instance.type);
    uses.set(name, (uses.get(name) ?? 0) + 1);
    if (block?.role !== 'entry') names.set(id, name);
  }
  return new Map([...names].map(([id, name]) => [id, (uses.get(name) ?? 0) > 1 ? `${name} (${id})` : name]));
}
