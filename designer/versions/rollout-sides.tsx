import { Badge, Table, Text } from '@mantine/core';
import type { Rollout, RolloutSide } from '#dsl/protocol/rollouts.ts';
import { formatLocale } from '../kit/messages/format-locale.ts';
import { versions as t } from '../kit/messages/en/versions.ts';

/** What the two versions of a canary did since it began. */
export function RolloutSides({ rollout }: { readonly rollout: Rollout }) {
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table aria-label={t.sides} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.side}</Table.Th>
            <Table.Th ta="end">{t.runsOfSide}</Table.Th>
            <Table.Th ta="end">{t.runningOfSide}</Table.Th>
            <Table.Th ta="end">{t.endedOfSide}</Table.Th>
            <Table.Th ta="end">{t.failedOfSide}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rollout.sides.map((side) => (
            <Side key={side.version} side={side} isNew={side.version === rollout.version} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Side({ side, isNew }: { readonly side: RolloutSide; readonly isNew: boolean }) {
  const { version, running, ended, failed } = side;
  const over = ended + failed;
  const figure = (count: number): string => count.toLocaleString(formatLocale());
  const percent = (failed / over).toLocaleString(formatLocale(), { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {t.version(version)}{' '}
        {isNew && (
          <Badge size="xs" tt="none" color="orange" variant="light">
            {t.isNew}
          </Badge>
        )}
      </Table.Th>
      <Table.Td ta="end">{figure(running + over)}</Table.Td>
      <Table.Td ta="end">{figure(running)}</Table.Td>
      <Table.Td ta="end">{figure(ended)}</Table.Td>
      <Table.Td ta="end">
        {figure(failed)}
        {failed > 0 && (
          <Text size="xs" c="dimmed">
            {t.failedShare(percent)}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
