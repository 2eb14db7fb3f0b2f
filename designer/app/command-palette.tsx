import '@mantine/spotlight/styles.css';
import { Kbd, useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconCommand,
  IconFileSearch,
  IconMoon,
  IconRoute,
  IconSearch,
  IconSitemap,
  IconSun,
  IconVocabulary,
} from '@tabler/icons-react';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { type ProcessDraft, processSummarySchema } from '#dsl/protocol/processes.ts';
import { api } from '../kit/api.ts';
import { shell as t } from '../kit/messages/en/shell.ts';
import { useOfferedCommands } from '../kit/page-commands.ts';
import { useFindKey } from './use-find-key.ts';
import { areasOf } from './areas.ts';
import { useMe } from './session.ts';

// a field one is in is no reason to have to leave it first
const noTags: string[] = [];

/** Ctrl-K: pages, processes and what can be done from anywhere. */
export function CommandPalette() {
  const me = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const mayDesign = me.role === 'administrator' || me.role === 'designer';
  const processes = useQuery({
    queryKey: ['processes'],
    queryFn: ({ signal }) => api.get('/api/processes', z.array(processSummarySchema), signal),
    enabled: mayDesign,
  });
  const go: SpotlightActionGroupData = {
    group: t.paletteGroups.go,
    actions: areasOf(me.role).map((area) => ({
      id: area.path,
      label: area.label,
      leftSection: <area.icon size={18} />,
      onClick: () => void navigate({ to: area.path }),
    })),
  };
  useFindKey(mayDesign);
  if (mayDesign) {
    go.actions.push({
      id: 'find',
      label: t.areas.find,
      leftSection: <IconFileSearch size={18} />,
      rightSection: <Kbd size="xs">Ctrl Shift F</Kbd>,
      onClick: () => void navigate({ to: '/find' }),
    });
    go.actions.push({
      id: 'blocks',
      label: t.areas.reference,
      leftSection: <IconVocabulary size={18} />,
      onClick: () => void navigate({ to: '/blocks' }),
    });
  }
  const drawn: SpotlightActionGroupData = {
    group: t.paletteGroups.processes,
    actions: (processes.data ?? []).map((process) => ({
      id: `process:${process.name}`,
      label: process.name,
      leftSection: <IconSitemap size={18} />,
      onClick: () => void navigate({ to: '/design/$process', params: { process: process.name } }),
    })),
  };
  const strategies: SpotlightActionGroupData = {
    group: t.paletteGroups.strategies,
    actions: openStrategies(client).map(({ process, strategy }) => ({
      id: `strategy:${process}/${strategy}`,
      label: strategy,
      description: process,
      leftSection: <IconRoute size={18} />,
      onClick: () => void navigate({ to: '/design/$process/$strategy', params: { process, strategy } }),
    })),
  };
  const offered: SpotlightActionGroupData = {
    group: t.paletteGroups.here,
    actions: useOfferedCommands().map(({ id, label, keys, run }) => ({
      id: `here:${id}`,
      label,
      leftSection: <IconCommand size={18} />,
      ...(keys !== undefined && { rightSection: <Kbd size="xs">{keys}</Kbd> }),
      onClick: run,
    })),
  };
  const act: SpotlightActionGroupData = {
    group: t.paletteGroups.do,
    actions: (['light', 'dark'] as const).map((scheme) => ({
      id: scheme,
      label: `${t.appearance}: ${t.theme[scheme]}`,
      leftSection: scheme === 'light' ? <IconSun size={18} /> : <IconMoon size={18} />,
      onClick: () => setColorScheme(scheme),
    })),
  };
  return (
    <Spotlight
      shortcut={['mod + K']}
      tagsToIgnore={noTags}
      actions={[go, offered, drawn, strategies, act]}
      nothingFound={t.paletteEmpty}
      highlightQuery
      limit={20}
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t.paletteHint,
        'aria-label': t.palette,
        // the dialog gives it the focus a moment later, and keys of that moment would go to the page
        autoFocus: true,
      }}
    />
  );
}

/** Strategies of the processes that have been opened in this tab; the others are not read just for this list. */
function openStrategies(client: QueryClient): readonly { readonly process: string; readonly strategy: string }[] {
  return client.getQueriesData<ProcessDraft>({ queryKey: ['process'] }).flatMap(([, data]) => {
    const draft: unknown = data?.draft;
    if (data === undefined || typeof draft !== 'object' || draft === null || !('strategies' in draft)) return [];
    return Object.keys(draft.strategies ?? {}).map((strategy) => ({ process: data.name, strategy }));
  });
}
