import '@mantine/spotlight/styles.css';
import { useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconMoon, IconSearch, IconSitemap, IconSun, IconVocabulary } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { processSummarySchema } from '#dsl/protocol/processes.ts';
import { api } from '../kit/api.ts';
import { shell as t } from '../kit/messages/en/shell.ts';
import { areasOf } from './areas.ts';
import { useMe } from './session.ts';

/** Ctrl-K: pages, processes and what can be done from anywhere. */
export function CommandPalette() {
  const me = useMe();
  const navigate = useNavigate();
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
  if (mayDesign) {
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
      actions={[go, drawn, act]}
      nothingFound={t.paletteEmpty}
      highlightQuery
      limit={20}
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t.paletteHint,
        'aria-label': t.palette,
      }}
    />
  );
}
