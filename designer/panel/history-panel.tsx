import { Badge, Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { canonicalText } from '#dsl/document/canonical-text.ts';
import { type Version, versionDocumentSchema, versionSchema } from '#dsl/protocol/processes.ts';
import { DiffEditor } from '../code/lazy-editors.tsx';
import { replaceSnapshot } from '../commands/replace-document.ts';
import { api } from '../kit/api.ts';
import { Loading } from '../kit/loading.tsx';
import { commands } from '../kit/messages/en/commands.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { RelativeTime } from '../kit/relative-time.tsx';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import { snapshotOf } from '../process/open-editors.ts';
import { processPath, versionsKey } from '../process/process-path.ts';
import classes from './panel.module.css';

/** The versions of the process: each against the draft, and back as the draft. */
export function HistoryPanel() {
  const { name } = useOpenProcess();
  const [chosen, setChosen] = useState<number>();
  const versions = useQuery({
    queryKey: versionsKey(name),
    queryFn: ({ signal }) => api.get(`${processPath(name)}/versions`, z.array(versionSchema), signal),
  });
  if (versions.isPending) return <Loading />;
  if (versions.data === undefined)
    return <ProblemNote error={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.data.length === 0) return <p className={classes.none}>{t.noVersions}</p>;
  const shown = chosen ?? versions.data[0]?.version;
  return (
    <div className={classes.history}>
      <ul className={classes.versions} aria-label={t.versions}>
        {versions.data.map((version) => (
          <li key={version.version}>
            <VersionRow version={version} isShown={version.version === shown} onShow={setChosen} />
          </li>
        ))}
      </ul>
      {shown !== undefined && <VersionDetail key={shown} version={shown} />}
    </div>
  );
}

function VersionRow(props: {
  readonly version: Version;
  readonly isShown: boolean;
  readonly onShow: (version: number) => void;
}) {
  const { version } = props;
  return (
    <button
      type="button"
      className={classes.version}
      aria-current={props.isShown}
      onClick={() => props.onShow(version.version)}
    >
      <span className={classes.versionName}>
        {t.version(version.version)}
        {version.active && (
          <Badge size="xs" ml={6} tt="none">
            {t.versionActive}
          </Badge>
        )}
      </span>
      <span className={classes.versionNote}>{version.message}</span>
      <span className={classes.versionNote}>
        <RelativeTime at={version.createdAt} /> {version.createdBy !== null && t.changedBy(version.createdBy)}
      </span>
    </button>
  );
}

function VersionDetail(props: { readonly version: number }) {
  const { name } = useOpenProcess();
  const draft = useEditor((state) => state.snapshot.document);
  const run = useEditor((state) => state.run);
  const version = useQuery({
    queryKey: [...versionsKey(name), props.version],
    queryFn: ({ signal }) => api.get(`${processPath(name)}/versions/${props.version}`, versionDocumentSchema, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (version.data === undefined) {
    return version.isPending ? <Loading /> : <ProblemNote error={version.error} />;
  }
  const { document, layout } = version.data;
  const restore = (): void => {
    run(replaceSnapshot(commands.restore(props.version), snapshotOf({ draft: document, layout })));
    notifications.show({ message: t.restored(props.version) });
  };
  return (
    <div className={classes.versionDetail}>
      <Group justify="space-between" px="sm" py={4} wrap="nowrap">
        <span className={classes.versionNote}>
          {t.version(props.version)} → {t.draft}
        </span>
        <Button variant="default" size="compact-xs" onClick={restore}>
          {t.restore}
        </Button>
      </Group>
      <div className={classes.fill}>
        <DiffEditor height="100%" language="json" before={canonicalText(document)} after={canonicalText(draft)} />
      </div>
    </div>
  );
}
