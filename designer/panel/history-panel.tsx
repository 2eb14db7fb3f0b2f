import { Badge, Button, Group, NativeSelect, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { z } from 'zod';
import { canonicalText } from '#dsl/document/canonical-text.ts';
import { layoutSchema } from '#dsl/document/layout.ts';
import type { Rollout } from '#dsl/protocol/rollouts.ts';
import { activationSchema } from '#dsl/protocol/versions.ts';
import { DiffEditor } from '../code/lazy-editors.tsx';
import type { Snapshot } from '../commands/edit.ts';
import { replaceSnapshot } from '../commands/replace-document.ts';
import { api } from '../kit/api.ts';
import { Loading } from '../kit/loading.tsx';
import { design } from '../kit/messages/en/design.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { RelativeTime } from '../kit/relative-time.tsx';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import { snapshotOf } from '../process/open-editors.ts';
import { processPath, versionsKey } from '../process/process-path.ts';
import { ActivationLog } from '../versions/activation-log.tsx';
import { type HistoryEntry, useHistoryEntries } from '../versions/history-entries.ts';
import { KeepState } from '../versions/keep-state.tsx';
import rollout from '../versions/rollout.module.css';
import { RollBack } from '../versions/roll-back.tsx';
import { RolloutPane } from '../versions/rollout-pane.tsx';
import { useRollout } from '../versions/use-rollout.ts';
import classes from './panel.module.css';
import { formatLocale } from '../kit/messages/format-locale.ts';

const CompareDialog = lazy(() =>
  import('../versions/compare-dialog.tsx').then((loaded) => ({ default: loaded.CompareDialog })),
);

/** What became of the process: its versions and states of the draft, the version on trial, and the log of activations. */
export function HistoryPanel() {
  const { name } = useOpenProcess();
  const [shown, setShown] = useState<'history' | 'trial' | 'log'>('history');
  return (
    <div className={classes.historyPanel}>
      <div className={rollout.head}>
        <SegmentedControl
          size="xs"
          aria-label={t.historyOf}
          value={shown}
          onChange={(next) => setShown(next as typeof shown)}
          data={[
            { value: 'history', label: t.history },
            { value: 'trial', label: t.trial },
            { value: 'log', label: t.log },
          ]}
        />
        {shown === 'history' && <KeepState />}
      </div>
      {shown === 'history' && <Entries />}
      {shown === 'trial' && (
        <div className={rollout.pane}>
          <RolloutPane name={name} />
        </div>
      )}
      {shown === 'log' && <Log />}
    </div>
  );
}

function Log() {
  const { name } = useOpenProcess();
  const lines = useQuery({
    queryKey: [...versionsKey(name), 'activations'],
    queryFn: ({ signal }) => api.get(`${processPath(name)}/activations`, z.array(activationSchema), signal),
  });
  if (lines.data === undefined) return lines.isPending ? <Loading /> : <ProblemNote error={lines.error} />;
  return (
    <div className={rollout.pane}>
      <ActivationLog lines={lines.data} />
    </div>
  );
}

/** Versions and states of the draft: any against any other or against the draft, back as the draft, back into service. */
function Entries() {
  const { name } = useOpenProcess();
  const [chosen, setChosen] = useState<string>();
  const { entries, error } = useHistoryEntries(name);
  const { data: trial } = useRollout(name);
  if (entries === undefined) return error === null ? <Loading /> : <ProblemNote error={error} />;
  if (entries.length === 0) return <p className={classes.none}>{design.noVersions}</p>;
  const shown = entries.find(({ key }) => key === chosen) ?? entries[0];
  return (
    <div className={classes.history}>
      <ul className={classes.versions} aria-label={design.versions}>
        {entries.map((entry) => (
          <li key={entry.key}>
            <EntryRow entry={entry} trial={trial} isShown={entry === shown} onShow={setChosen} />
          </li>
        ))}
      </ul>
      {shown !== undefined && <EntryDetail key={shown.key} entry={shown} entries={entries} />}
    </div>
  );
}

function EntryRow(props: {
  readonly entry: HistoryEntry;
  readonly trial: Rollout | null | undefined;
  readonly isShown: boolean;
  readonly onShow: (key: string) => void;
}) {
  const { entry, trial } = props;
  const isOnTrial = trial !== undefined && trial !== null && trial.version === entry.version;
  return (
    <button
      type="button"
      className={classes.version}
      aria-current={props.isShown}
      onClick={() => props.onShow(entry.key)}
    >
      <span className={classes.versionName}>
        {entry.title}
        {entry.isActive && (
          <Badge size="xs" ml={6} tt="none">
            {design.versionActive}
          </Badge>
        )}
        {isOnTrial && (
          <Badge size="xs" ml={6} tt="none" color="orange" variant="light">
            {t.onTrial[trial.mode]}
          </Badge>
        )}
      </span>
      <span className={classes.versionNote}>{entry.message}</span>
      <span className={classes.versionNote}>
        <RelativeTime at={entry.at} /> {entry.by !== null && design.changedBy(entry.by)}
      </span>
    </button>
  );
}

function EntryDetail(props: { readonly entry: HistoryEntry; readonly entries: readonly HistoryEntry[] }) {
  const { entry, entries } = props;
  const draft = useEditor((state) => state.snapshot);
  const run = useEditor((state) => state.run);
  const [otherKey, setOther] = useState('');
  const [isCompared, setCompared] = useState(false);
  const other = entries.find(({ key }) => key === otherKey);
  const before = useDocument(entry);
  const loaded = useDocument(other);
  const after = other === undefined ? draft : loaded.data;
  if (before.data === undefined) return before.isPending ? <Loading /> : <ProblemNote error={before.error} />;
  const state = before.data;
  const restore = (): void => {
    run(replaceSnapshot(t.restore(entry.title), state));
    notifications.show({ message: t.restored(entry.title) });
  };
  return (
    <div className={classes.versionDetail}>
      <Group px="sm" py={4} gap="xs">
        <NativeSelect
          size="xs"
          aria-label={t.compareWith}
          value={otherKey}
          onChange={(event) => setOther(event.currentTarget.value)}
          data={[
            { value: '', label: t.againstDraft },
            ...entries.map(({ key, title, message, at }) => ({
              value: key,
              label: [title, message, new Date(at).toLocaleString(formatLocale())].filter(Boolean).join(' · '),
            })),
          ]}
        />
        <Button variant="default" size="compact-xs" disabled={after === undefined} onClick={() => setCompared(true)}>
          {t.compare}
        </Button>
        <Button variant="default" size="compact-xs" onClick={restore}>
          {design.restore}
        </Button>
        <RollBack version={entry.version} isActive={entry.isActive} />
      </Group>
      <div className={classes.fill}>
        {after !== undefined && (
          <DiffEditor
            height="100%"
            language="json"
            before={canonicalText(state.document)}
            after={canonicalText(after.document)}
          />
        )}
      </div>
      {isCompared && after !== undefined && (
        <Suspense fallback={null}>
          <CompareDialog
            title={t.comparing(entry.title, other?.title ?? design.draft)}
            before={state}
            after={after}
            onClose={() => setCompared(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

const storedSchema = z.object({ document: z.json(), layout: layoutSchema });

function useDocument(entry: HistoryEntry | undefined) {
  const { name } = useOpenProcess();
  return useQuery<Snapshot>({
    queryKey: [...versionsKey(name), 'document', entry?.key, entry?.at],
    queryFn: async ({ signal }) => {
      const { document, layout } = await api.get(entry?.path ?? '', storedSchema, signal);
      return snapshotOf({ draft: document, layout });
    },
    enabled: entry !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
