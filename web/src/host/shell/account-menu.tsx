import { ActionIcon, Button, Group, Menu, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { meQuery } from '../data/me.ts';
import { Icon } from '../parts/icons.tsx';
import { tellProblem } from '../parts/tell.tsx';
import { logOut } from '../login/auth.ts';
import { t } from '../text.ts';

/** Who is logged in, the way to the public page, and out. */
export function AccountMenu() {
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return null;
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <Button variant="default" px="sm" aria-label={t('shell.accountMenu', { name: me.name })}>
          <Group gap={8} wrap="nowrap">
            <Icon name="person" size={18} />
            <Text size="sm" truncate maw={180} visibleFrom="xs" translate="no">
              {me.name}
            </Text>
          </Group>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={`/${me.handle}`} target="_blank" leftSection={<Icon name="out" size={16} />}>
          {t('shell.publicPage')}
        </Menu.Item>
        <Menu.Item component={Link} to="/user/account" leftSection={<Icon name="person" size={16} />}>
          {t('shell.account')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="leave" size={16} />} onClick={() => void leave()}>
          {t('common.logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

async function leave() {
  try {
    await logOut();
    // A fresh start: nothing of this host stays in the page's memory.
    window.location.assign('/login');
  } catch (error) {
    tellProblem(t('shell.stillLoggedIn'), error);
  }
}

/** Light or dark; before it is used, the system decides. */
export function ColourSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const label = dark ? t('shell.lightMode') : t('shell.darkMode');
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="var(--mantine-color-text)"
      size={40}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      <Icon name={dark ? 'sun' : 'moon'} />
    </ActionIcon>
  );
}
