import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '../kit/query-client.ts';
import { theme } from '../kit/theme.ts';
import { Gate } from './gate.tsx';

const colourScheme = localStorageColorSchemeManager({ key: 'signalbox-colour-scheme' });

/** The whole app: theme, server state, and the gate that asks who is there. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colourScheme}>
      <QueryClientProvider client={queryClient}>
        <Gate />
      </QueryClientProvider>
    </MantineProvider>
  );
}
