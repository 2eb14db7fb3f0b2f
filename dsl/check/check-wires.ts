import type { Diagnostic } from '../errors/diagnostic.ts';
import { suggestion } from '../errors/nearest.ts';
import { blockTitle, diagnosticAt } from './diagnostic-at.ts';
import { type ReadBlock, type ReadStrategy, wireOf } from './read-strategy.ts';

/** Every wire leaves by a port that exists and leads to a block that exists; every port that must lead somewhere does. */
export function checkWires(read: ReadStrategy): Diagnostic[] {
  const { blocks } = read.strategy;
  const wired = Object.entries(blocks).flatMap(([id, { ports }]) =>
    Object.entries(ports)
      .filter(([, to]) => !Object.hasOwn(blocks, to))
      .map(([port, to]) => {
        const message = `Port "${port}" leads to "${to}", and there is no such block; ${suggestion(to, Object.keys(blocks))}`;
        return diagnosticAt(
          'error',
          'check/wire-to-nowhere',
          ['strategies', read.name, 'blocks', id, 'ports', port],
          message,
        );
      }),
  );
  return [...wired, ...[...read.blocks.values()].flatMap((block) => checkPorts(read, block))];
}

function checkPorts(read: ReadStrategy, block: ReadBlock): Diagnostic[] {
  const path = ['strategies', read.name, 'blocks', block.id, 'ports'];
  const known = block.ports.map(({ name }) => name);
  const unknown = Object.keys(block.instance.ports)
    .filter((port) => !known.includes(port))
    .map((port) => {
      const what = known.length === 0 ? 'the block has no ports.' : suggestion(port, known);
      const message = `${blockTitle(block)} has no port "${port}"; ${what}`;
      return diagnosticAt('error', 'check/unknown-port', [...path, port], message);
    });
  const unwired = block.ports
    .filter((port) => port.kind !== 'error' && port.ends !== true && wireOf(block, port) === undefined)
    .map(({ name }) => {
      const message = `Port "${name}" of ${blockTitle(block)} leads nowhere; wire it to the block that comes next.`;
      return diagnosticAt('error', 'check/unwired-port', [...path, name], message);
    });
  return [...unknown, ...unwired];
}
