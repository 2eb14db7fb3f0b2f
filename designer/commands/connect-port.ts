import { commands as t } from '../kit/messages/en/commands.ts';
import type { Edit } from './edit.ts';
import { omitKeys } from './records.ts';
import { withBlock } from './snapshot-parts.ts';

/** A wire by the port it leaves from; a port has one. */
export interface WireEnd {
  readonly block: string;
  readonly port: string;
}

/** Leads a port to a block, instead of where it led before. */
export function connectPort(strategy: string, from: WireEnd, to: string): Edit {
  return {
    label: t.connect(from.port),
    apply: (snapshot) =>
      withBlock(snapshot, strategy, from.block, (block) => ({ ...block, ports: { ...block.ports, [from.port]: to } })),
  };
}

/** Takes wires away. */
export function disconnectPorts(strategy: string, wires: readonly WireEnd[]): Edit {
  return {
    label: t.disconnect(wires.length),
    apply: (snapshot) =>
      wires.reduce(
        (at, wire) =>
          withBlock(at, strategy, wire.block, (block) => ({
            ...block,
            ports: omitKeys(block.ports ?? {}, [wire.port]),
          })),
        snapshot,
      ),
  };
}
