import { ActionIcon, Kbd, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconBell,
  IconBellOff,
  IconChevronDown,
  IconKeyboard,
  IconLogout,
  IconMoonStars,
  type TablerIcon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { DesktopState } from '#dsl/protocol/desktop.ts';
import { mediumName, useOpenMedia } from '../kit/media.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import { askForNotifications } from './alert-agent.ts';
import classes from './work-pane.module.css';
import type { Act } from './desktop-data.ts';
import { desktopRulesQuery } from './desktop-rules.ts';
import { useSound } from './use-sound.ts';

/** The agent's state per medium, one key away, and what else concerns the whole desktop. */
export function StateBar(props: { readonly state: DesktopState; readonly act: Act; onHelp(): void }) {
  const { state, act, onHelp } = props;
  const [isLoud, setLoud] = useSound();
  const { doNotDisturb } = state;
  return (
    <section className={classes.stateBar} aria-label={t.stateOfMedia}>
      {state.media.map((media) => (
        <MediaState key={media.media} media={media} act={act} isSilenced={doNotDisturb} />
      ))}
      <div className={classes.tools}>
        <Tool
          icon={IconMoonStars}
          label={t.doNotDisturb}
          shortcut="⇧ F8"
          isOn={doNotDisturb}
          onClick={() => act.mutate({ path: 'do-not-disturb', body: { on: !doNotDisturb } })}
        />
        <Tool
          icon={isLoud ? IconBell : IconBellOff}
          label={isLoud ? t.soundOn : t.soundOff}
          isOn={isLoud}
          onClick={() => setLoud(!isLoud)}
        />
        <Tool icon={IconKeyboard} label={t.shortcuts} shortcut="?" onClick={onHelp} />
        <Tool icon={IconLogout} label={t.logOut} hint={t.logOutHelp} onClick={() => act.mutate({ path: 'logout' })} />
      </div>
    </section>
  );
}

type Media = DesktopState['media'][number];

function MediaState(props: { readonly media: Media; readonly act: Act; readonly isSilenced: boolean }) {
  const { media, act, isSilenced } = props;
  const reasons = useQuery(desktopRulesQuery).data?.notReadyReasons ?? Object.keys(t.reasons);
  const name = mediumName(media.media, useOpenMedia()) ?? t.media(media.media);
  const set = (ready: boolean, reason?: string): void => {
    if (ready) askForNotifications();
    act.mutate({ path: 'ready', body: { media: media.media, ready, ...(reason !== undefined && { reason }) } });
  };
  return (
    <div className={classes.media} data-ready={media.ready && !isSilenced}>
      <UnstyledButton
        className={classes.mediaButton}
        role="switch"
        aria-checked={media.ready}
        aria-label={media.ready ? t.setNotReady(name) : t.setReady(name)}
        onClick={() => set(!media.ready)}
      >
        <span className={classes.dot} aria-hidden />
        <span className={classes.mediaText}>
          <span className={classes.mediaName}>
            {name} · <span title={t.loadHelp}>{t.load(media.current, media.capacity)}</span>
          </span>
          <span className={classes.mediaState}>
            {media.ready ? t.ready : (t.reasons[media.reason ?? ''] ?? media.reason ?? t.notReady)}
            <span className={classes.dim}>
              {' · '}
              <RelativeTime at={media.since} />
            </span>
          </span>
        </span>
        <Kbd size="xs">F8</Kbd>
      </UnstyledButton>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t.notReadyBecause} size="md">
            <IconChevronDown size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t.notReadyBecause}</Menu.Label>
          {reasons.map((reason) => (
            <Menu.Item key={reason} onClick={() => set(false, reason)}>
              {t.reasons[reason] ?? reason}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function Tool(props: {
  readonly icon: TablerIcon;
  readonly label: string;
  readonly hint?: string;
  readonly shortcut?: string;
  readonly isOn?: boolean;
  onClick(): void;
}) {
  const { label, shortcut, isOn, hint } = props;
  const tip = [shortcut === undefined ? label : `${label} (${shortcut})`, hint].filter(Boolean).join('. ');
  return (
    <Tooltip label={tip} multiline maw={260}>
      <ActionIcon
        size={30}
        aria-label={label}
        {...(isOn !== undefined && { 'aria-pressed': isOn, 'data-on': isOn })}
        className={classes.tool}
        onClick={props.onClick}
      >
        <props.icon size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
