import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ImportBackup, importBackupsSchema } from '#dsl/protocol/imports.ts';
import { api } from '../kit/api.ts';
import { imports as t } from '../kit/messages/en/imports.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { RelativeTime } from '../kit/relative-time.tsx';

/** What earlier imports replaced, newest first; shows nothing while there is none. */
export function ImportBackups(props: { readonly onPutBack: (backup: ImportBackup) => void }) {
  const backups = useQuery({
    queryKey: ['import-backups'],
    queryFn: ({ signal }) => api.get('/api/import/backups', importBackupsSchema, signal),
  });
  if (backups.isError) return <ProblemNote error={backups.error} />;
  if (backups.data === undefined || backups.data.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={3} size="h5">
        {t.backups}
      </Title>
      <Text size="sm" c="dimmed">
        {t.backupsHelp}
      </Text>
      <Table aria-label={t.backups}>
        <Table.Tbody>
          {backups.data.slice(0, 20).map((backup) => (
            <BackupRow key={backup.id} backup={backup} onPutBack={props.onPutBack} />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function BackupRow(props: { readonly backup: ImportBackup; readonly onPutBack: (backup: ImportBackup) => void }) {
  const { backup, onPutBack } = props;
  return (
    <Table.Tr>
      <Table.Td>
        <RelativeTime at={backup.madeAt} />
      </Table.Td>
      <Table.Td>{backup.process}</Table.Td>
      <Table.Td title={backup.items.join('\n')}>{t.replaced(backup.items.length)}</Table.Td>
      <Table.Td>{backup.madeBy}</Table.Td>
      <Table.Td ta="right">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={14} />}
          aria-label={t.putBackOf(backup.process, backup.madeAt)}
          onClick={() => onPutBack(backup)}
        >
          {t.putBack}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
