import { Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../data/api.ts';
import { meQuery } from '../data/me.ts';
import { session } from '../query-client.ts';
import { hasSession } from './auth.ts';
import { LoginForm } from './login-form.tsx';
import { t } from '../text.ts';

/** The session ended while something on the page is not saved: the login comes to the page, and nothing typed is lost. */
export function LogInAgain() {
  const client = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [email, setEmail] = useState('');
  useEffect(() => {
    session.askAgain = () => {
      setEmail((typed) => typed || (client.getQueryData(meQuery.queryKey)?.email ?? ''));
      setOpened(true);
    };
    return () => void (session.askAgain = null);
  }, [client]);

  const entered = useCallback(async () => {
    const before = client.getQueryData(meQuery.queryKey);
    const now = await api.get('/api/v1/me');
    // The page shows another account's data.
    if (before !== undefined && before.id !== now.id) return window.location.assign('/bookings');
    setOpened(false);
    await client.invalidateQueries();
  }, [client]);

  // Logged in meanwhile in another window, for instance by a mailed link.
  useEffect(() => {
    if (!opened) return undefined;
    const look = () => void hasSession().then((is) => (is ? entered() : undefined), ignored);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [opened, entered]);

  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title={<Text fw={650}>{t('common.logInAgain')}</Text>}>
      <Text size="sm" mb="md">
        {t('login.sessionEnded')}
      </Text>
      <LoginForm {...{ email, setEmail }} onEntered={() => void entered().catch(ignored)} to="/bookings" />
    </Modal>
  );
}

const ignored = () => {};
