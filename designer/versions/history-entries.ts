import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { versionSchema } from '#dsl/protocol/processes.ts';
import { savedStateSchema } from '#dsl/protocol/versions.ts';
import { api } from '../kit/api.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import { processPath, versionsKey } from '../process/process-path.ts';

/** A state of the process that can be looked at again: a version that was activated, or a state the draft was in. */
export interface HistoryEntry {
  readonly key: string;
  /** Address of the state with its document. */
  readonly path: string;
  readonly title: string;
  readonly message: string;
  readonly by: string | null;
  readonly at: string;
  /** Number of the version; undefined for a state of the draft. */
  readonly version: number | undefined;
  readonly isActive: boolean;
}

/** Versions and states of the draft in one list, newest first; undefined until they are there. */
export function useHistoryEntries(name: string): {
  readonly entries: readonly HistoryEntry[] | undefined;
  readonly error: Error | null;
} {
  const path = processPath(name);
  const versions = useQuery({
    queryKey: versionsKey(name),
    queryFn: ({ signal }) => api.get(`${path}/versions`, z.array(versionSchema), signal),
  });
  const saves = useQuery({
    queryKey: [...versionsKey(name), 'saves'],
    queryFn: ({ signal }) => api.get(`${path}/saves`, z.array(savedStateSchema), signal),
  });
  const error = versions.error ?? saves.error;
  if (versions.data === undefined || saves.data === undefined) return { entries: undefined, error };
  const activated = versions.data.map(
    (one): HistoryEntry => ({
      key: `version ${one.version}`,
      path: `${path}/versions/${one.version}`,
      title: t.version(one.version),
      message: one.message,
      by: one.createdBy,
      at: one.createdAt,
      version: one.version,
      isActive: one.active,
    }),
  );
  const drafts = saves.data.map(
    (one): HistoryEntry => ({
      key: `save ${one.id}`,
      path: `${path}/saves/${one.id}`,
      title: t.savedState,
      message: one.message,
      by: one.savedBy,
      at: one.savedAt,
      version: undefined,
      isActive: false,
    }),
  );
  const entries = [...activated, ...drafts].toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return { entries, error };
}
