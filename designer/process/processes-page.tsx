import { ActionIcon, Badge, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowsExchange, IconPlayerPause, IconPlus, IconSitemap, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { z } from 'zod';
import { type ProcessSummary, processSummarySchema } from '#dsl/protocol/processes.ts';
import { api } from '../kit/api.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loading } from '../kit/loading.tsx';
import { composer } from '../kit/messages/en/composer.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { RolloutBadge } from '../versions/rollout-badge.tsx';
import { RelativeTime } from '../kit/relative-time.tsx';
import { CreateProcessDialog } from './create-process-dialog.tsx';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { DeleteProcessButton } from './delete-process-button.tsx';
import classes from './process.module.css';

const ImportDialog = lazy(() => import('./import-dialog.tsx').then((loaded) => ({ default: loaded.ImportDialog })));

const ImportComposerDialog = lazy(() =>
  import('./import-composer-dialog.tsx').then((loaded) => ({ default: loaded.ImportComposerDialog })),
);

/** Every business process of the tenant, and the ways to more. */
export function ProcessesPage() {
  const [opened, setOpened] = useState<'create' | 'import' | 'composer'>();
  const processes = useQuery({
    queryKey: ['processes'],
    queryFn: ({ signal }) => api.get('/api/processes', z.array(processSummarySchema), signal),
  });
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('create')}>
      {t.newProcess}
    </Button>
  );
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Title order={1} style={{ flex: 1 }}>
          {t.processes}
        </Title>
        <Button variant="default" leftSection={<IconUpload size={16} />} onClick={() => setOpened('import')}>
          {t.importProcess}
        </Button>
        <Button variant="default" leftSection={<IconArrowsExchange size={16} />} onClick={() => setOpened('composer')}>
          {composer.open}
        </Button>
        {create}
      </header>
      {processes.isPending && <Loading />}
      <ProblemNote error={processes.error} onRetry={() => void processes.refetch()} />
      {processes.data?.length === 0 && (
        <EmptyState icon={<IconSitemap size={26} />} title={t.noProcesses} action={create}>
          {t.noProcessesHelp}
        </EmptyState>
      )}
      {processes.data !== undefined && processes.data.length > 0 && (
        <ul className={classes.list}>
          {processes.data.map((process) => (
            <ProcessRow key={process.name} process={process} />
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {opened === 'create' && (
          <CreateProcessDialog taken={processes.data ?? []} onClose={() => setOpened(undefined)} />
        )}
        {opened === 'composer' && <ImportComposerDialog onClose={() => setOpened(undefined)} />}
        {opened === 'import' && <ImportDialog onClose={() => setOpened(undefined)} />}
      </Suspense>
    </div>
  );
}

function ProcessRow({ process }: { readonly process: ProcessSummary }) {
  const { activeVersion, draftDiffers } = process;
  const [isAsking, setAsking] = useState(false);
  return (
    <li className={classes.row}>
      <Link to="/design/$process" params={{ process: process.name }} className={classes.rowLink}>
        <span className={classes.rowIcon}>
          <IconSitemap size={20} aria-hidden />
        </span>
        <span className={classes.rowText}>
          <span className={classes.rowName}>{process.name}</span>
          {process.description !== '' && <Text className={classes.dim ?? ''}>{process.description}</Text>}
        </span>
        <Group gap={6} className={classes.wide ?? ''}>
          {draftDiffers && activeVersion !== null && (
            <Badge variant="light" color="orange" tt="none">
              {t.differs}
            </Badge>
          )}
          {process.rollout !== null && <RolloutBadge rollout={process.rollout} />}
          <Badge variant="light" color={activeVersion === null ? 'gray' : 'teal'} tt="none">
            {activeVersion === null ? t.inactive : t.active(activeVersion)}
          </Badge>
        </Group>
        <span className={`${classes.dim} ${classes.wide}`}>
          <RelativeTime at={process.updatedAt} /> {process.updatedBy !== null && t.changedBy(process.updatedBy)}
        </span>
      </Link>
      {activeVersion !== null && (
        <Tooltip label={t.deactivate}>
          <ActionIcon ml={8} aria-label={`${t.deactivate}: ${process.name}`} onClick={() => setAsking(true)}>
            <IconPlayerPause size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      <DeactivateDialog name={process.name} isOpen={isAsking} onClose={() => setAsking(false)} />
      <DeleteProcessButton name={process.name} />
    </li>
  );
}
