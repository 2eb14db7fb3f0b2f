import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconCircleX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { problemPlace } from '../panel/problem-place.ts';
import { useOpenProcess } from './editor-context.tsx';

/** Why the server refused an activation: each error, what to do about it, and the way there. */
export function RefusalList(props: { readonly refusal: readonly Diagnostic[]; readonly onLeave: () => void }) {
  return (
    <Stack gap="sm" mt="xs" role="alert">
      {props.refusal.map((found) => (
        <Group key={`${found.code} ${found.path.join('/')} ${found.message}`} gap={8} align="flex-start" wrap="nowrap">
          <IconCircleX size={18} color="var(--sb-bad)" style={{ flex: 'none' }} aria-label={t.severity.error} />
          <div>
            <Text size="sm">{found.message}</Text>
            {found.code === 'document/endpoint-taken' && (
              <Text size="sm" c="dimmed">
                {t.endpointTakenHelp}
              </Text>
            )}
            <Ways found={found} onLeave={props.onLeave} />
          </div>
        </Group>
      ))}
    </Stack>
  );
}

function Ways({ found, onLeave }: { readonly found: Diagnostic; readonly onLeave: () => void }) {
  const { name: process } = useOpenProcess();
  const { strategy, select } = problemPlace(found);
  const search = select === undefined ? {} : { select };
  const look = { size: 'sm', onClick: onLeave } as const;
  return (
    <Group gap="md">
      {strategy !== undefined && (
        <Anchor
          {...look}
          renderRoot={(root) => (
            <Link {...root} to="/design/$process/$strategy" params={{ process, strategy }} search={search} />
          )}
        >
          {t.showPlace}
        </Anchor>
      )}
      {strategy === undefined && select !== undefined && (
        <Anchor
          {...look}
          renderRoot={(root) => <Link {...root} to="/design/$process" params={{ process }} search={search} />}
        >
          {t.showPlace}
        </Anchor>
      )}
      {found.code === 'document/endpoint-taken' && (
        <Anchor {...look} renderRoot={(root) => <Link {...root} to="/design" />}>
          {t.toProcesses}
        </Anchor>
      )}
    </Group>
  );
}
