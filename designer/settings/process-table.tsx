import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '../kit/api.ts';
import { settings } from '../kit/messages/en/settings.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { type ProcessFigures, processFigures } from './process-figures.ts';
import { inFigures } from '../kit/messages/in-figures.ts';

const t = settings.about;
const refreshMs = 5000;

/** The operating system's processes that do the work, from the metrics they publish. */
export function ProcessTable() {
  const metrics = useQuery({
    queryKey: ['metrics'],
    queryFn: async ({ signal }) => processFigures(await api.get('/metrics', z.string(), signal)),
    refetchInterval: refreshMs,
  });
  if (metrics.data === undefined) return <ProblemNote error={metrics.error} />;
  return (
    <div style={{ overflowX: 'auto' }}>
      <Table fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.processColumns.name}</Table.Th>
            <Table.Th ta="right">{t.processColumns.memory}</Table.Th>
            <Table.Th ta="right">{t.processColumns.loop}</Table.Th>
            <Table.Th ta="right">{t.processColumns.files}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {metrics.data.map((figures) => (
            <Row key={figures.name} figures={figures} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ figures }: { readonly figures: ProcessFigures }) {
  const { name, memoryBytes, lagSeconds, openFiles } = figures;
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td ta="right">{memoryBytes === undefined ? '–' : t.memory(Math.round(memoryBytes / 2 ** 20))}</Table.Td>
      <Table.Td ta="right">{lagSeconds === undefined ? '–' : t.lag(Math.round(lagSeconds * 10_000) / 10)}</Table.Td>
      <Table.Td ta="right">{openFiles === undefined ? '–' : inFigures(openFiles)}</Table.Td>
    </Table.Tr>
  );
}
