import { Menu, Modal, UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconCheck,
  IconDeviceDesktop,
  IconKey,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { shell as t } from '../kit/messages/en/shell.ts';
import { chooseLanguage, currentLanguage, languages } from '../kit/messages/language.ts';
import { ChangePasswordForm } from './change-password-page.tsx';
import { logOut, useMe } from './session.ts';
import classes from './shell.module.css';

const schemes = [
  { key: 'light', icon: IconSun },
  { key: 'dark', icon: IconMoon },
  { key: 'auto', icon: IconDeviceDesktop },
] as const;

/** Who is logged in, the appearance, the password, and the way out. */
export function UserMenu() {
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [isChanging, setChanging] = useState(false);
  // a fresh page, so that nothing of this person stays in memory
  const leave = useMutation({ mutationFn: logOut, onSettled: () => location.assign('/') });
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <UnstyledButton className={classes.user} title={t.account(me.name)}>
            <span className={classes.avatar} data-initials={initialsOf(me.name)} />
            <VisuallyHidden>{t.account(me.name)}</VisuallyHidden>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {me.name} · {t.role[me.role]}
          </Menu.Label>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => setChanging(true)}>
            {t.changePassword}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t.appearance}</Menu.Label>
          {schemes.map((scheme) => (
            <Menu.Item
              key={scheme.key}
              leftSection={<scheme.icon size={16} />}
              rightSection={colorScheme === scheme.key && <IconCheck size={14} />}
              onClick={() => setColorScheme(scheme.key)}
            >
              {t.theme[scheme.key]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <LanguageItems />
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => leave.mutate()}>
            {t.logOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isChanging} onClose={() => setChanging(false)} title={t.changePassword}>
        <ChangePasswordForm
          currentLabel={t.password.current}
          onDone={() => {
            setChanging(false);
            notifications.show({ message: t.password.changed });
          }}
        />
      </Modal>
    </>
  );
}

// each language under its own name, so that whoever landed in the wrong one finds the way back
function LanguageItems() {
  return (['en', 'de'] as const).map((language) => (
    <Menu.Item
      key={language}
      lang={language}
      leftSection={<IconLanguage size={16} />}
      rightSection={currentLanguage() === language && <IconCheck size={14} />}
      onClick={() => chooseLanguage(language)}
    >
      {languages[language]}
    </Menu.Item>
  ));
}

// the first letters of the first and the last name
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return `${first?.[0] ?? ''}${last?.[0] ?? ''}`.toUpperCase();
}
