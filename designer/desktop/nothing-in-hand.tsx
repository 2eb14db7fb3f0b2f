import { Button, Group } from '@mantine/core';
import { IconBellRinging, IconCoffee, IconHeadset, IconMoonStars, IconUserOff } from '@tabler/icons-react';
import type { DesktopState } from '#dsl/protocol/desktop.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { askForNotifications } from './alert-agent.ts';
import type { Act } from './desktop-data.ts';

/** Where the conversation would be while there is none: what this place waits for, and the one next step. */
export function NothingInHand(props: { readonly state: DesktopState; readonly act: Act }) {
  const { state, act } = props;
  const { media, invitations, doNotDisturb, loggedIn } = state;
  if (!loggedIn) return <LoggedOut act={act} />;
  if (invitations.length > 0) return <EmptyState icon={<IconBellRinging size={26} />} title={t.invitedTitle} />;
  if (doNotDisturb)
    return (
      <EmptyState
        icon={<IconMoonStars size={26} />}
        title={t.disturbTitle}
        action={
          <Button onClick={() => act.mutate({ path: 'do-not-disturb', body: { on: false } })}>{t.disturbOff}</Button>
        }
      >
        {t.disturbHelp}
      </EmptyState>
    );
  if (media.every(({ capacity }) => capacity === 0))
    return (
      <EmptyState icon={<IconUserOff size={26} />} title={t.noCapacityTitle}>
        {t.noCapacityHelp}
      </EmptyState>
    );
  const idle = media.find(({ ready }) => !ready);
  if (idle !== undefined && media.every(({ ready }) => !ready))
    return (
      <EmptyState
        icon={<IconCoffee size={26} />}
        title={t.notReadyTitle}
        action={
          <Button
            loading={act.isPending}
            onClick={() => {
              askForNotifications();
              act.mutate({ path: 'ready', body: { media: idle.media, ready: true } });
            }}
          >
            {t.setReady(t.media(idle.media))}
          </Button>
        }
      >
        {t.notReadyHelp}
      </EmptyState>
    );
  return (
    <EmptyState icon={<IconHeadset size={26} />} title={t.readyTitle}>
      {t.readyHelp}
    </EmptyState>
  );
}

function LoggedOut(props: { readonly act: Act }) {
  const { act } = props;
  const logIn = (isReady: boolean): void => {
    if (isReady) askForNotifications();
    // Every medium of the agent's capacity rule; what fails is told by the act itself.
    act.mutateAsync({ path: 'login', body: {} }).then(
      (state) => {
        if (!isReady) return;
        for (const { media } of state.media) act.mutate({ path: 'ready', body: { media, ready: true } });
      },
      () => undefined,
    );
  };
  return (
    <EmptyState
      icon={<IconHeadset size={26} />}
      title={t.loggedOutTitle}
      action={
        <Group gap="xs">
          <Button loading={act.isPending} onClick={() => logIn(true)}>
            {t.logInReady}
          </Button>
          <Button variant="default" disabled={act.isPending} onClick={() => logIn(false)}>
            {t.logInOnly}
          </Button>
        </Group>
      }
    >
      {t.loggedOutHelp}
    </EmptyState>
  );
}
