import { Alert, AppShell, Burger, Container, Group } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { LogInAgain } from '../login/log-in-again.tsx';
import { AccountMenu, ColourSwitch } from './account-menu.tsx';
import { Navigation, Wordmark } from './navigation.tsx';
import { Icon } from '../parts/icons.tsx';
import { meQuery, useChangeMe } from '../data/me.ts';
import { BROWSER, isKnownOf } from '../writing.ts';
import { t } from '../text.ts';

/** The frame around every page of a logged-in host. */
export function Shell() {
  const [opened, menu] = useDisclosure();
  useFocusOnNewPage();
  useReportOfBrowser();
  return (
    <>
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <AppShell
        header={{ height: 64 }}
        navbar={{ width: 244, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={{ base: 'md', sm: 'xl' }}
      >
        <AppShell.Header px={{ base: 'sm', sm: 'lg' }}>
          <Group h="100%" justify="space-between" wrap="nowrap" gap="xs">
            <Group gap="xs" wrap="nowrap">
              <Burger
                opened={opened}
                onClick={menu.toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={opened ? t('shell.closeMenu') : t('shell.openMenu')}
                aria-expanded={opened}
              />
              <Link to="/bookings" className="row-link" aria-label={t('shell.home')}>
                <Wordmark />
              </Link>
            </Group>
            <Group gap="xs" wrap="nowrap">
              <ColourSwitch />
              <AccountMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="md" aria-label={t('shell.main')}>
          <Navigation onGo={menu.close} />
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} style={{ outline: 'none' }}>
          <Container size={1040} px={0}>
            <OfflineNotice />
            <Outlet />
          </Container>
        </AppShell.Main>
      </AppShell>
      <LogInAgain />
    </>
  );
}

/** Another page begins at its content, for keyboards and screen readers, as it would without script. */
function useFocusOnNewPage() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation !== undefined)
          document.getElementById('content')?.focus({ preventScroll: true });
      }),
    [router],
  );
}

/** Tells our server how this browser writes dates and times: mails are written so too, where the host has not chosen. */
function useReportOfBrowser() {
  const { data: me } = useQuery(meQuery);
  const { mutate } = useChangeMe();
  const isNew = me !== undefined && !isKnownOf(me);
  useEffect(() => {
    if (isNew) mutate({ browser: BROWSER });
  }, [isNew, mutate]);
}

/** Said while the browser has no network: pages stay, but nothing on them is news. */
function OfflineNotice() {
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert color="yellow" variant="light" role="status" icon={<Icon name="alert" />} mb="md" c="inherit">
      {t('shell.offline')}
    </Alert>
  );
}
