import { Alert, Anchor, Box, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Icon } from '../parts/icons.tsx';
import { queryClient } from '../query-client.ts';
import { ColourSwitch } from '../shell/colour-switch.tsx';
import { Wordmark } from '../shell/wordmark.tsx';
import { ForgottenForm } from './forgotten-form.tsx';
import { LoginForm } from './login-form.tsx';
import type { LoginMode } from './modes.ts';
import { SetPasswordForm } from './set-password-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

const route = getRouteApi('/login');

const WORDS: Record<LoginMode, { readonly title: string; readonly intro: string }> = {
  'log-in': { title: 'Log in', intro: 'Welcome back to your scheduler.' },
  'sign-up': {
    title: 'Create your account',
    intro: 'A booking page whose every meeting has its link. It takes two minutes.',
  },
  forgotten: { title: 'Set a new password', intro: 'We mail you a link with which you choose a new one.' },
  'new-password': { title: 'Choose a new password', intro: 'It replaces the old one, and logs you out everywhere.' },
};

/** The way in: log in, make an account, or get a new password. */
export function LoginPage() {
  const { to = '/bookings', mode: asked = 'log-in', error, token } = route.useSearch();
  const navigate = route.useNavigate();
  const [email, setEmail] = useState('');
  const [isSet, setIsSet] = useState(false);
  // A link for a password that no longer works leads to where one asks for another.
  const mode = asked === 'new-password' && token === undefined ? 'forgotten' : asked;
  const { title, intro } = WORDS[mode];
  useEffect(() => {
    document.title = `${title} · Insytical`;
  }, [title]);
  const entered = () => {
    queryClient.clear();
    void navigate({ href: to });
  };
  const go = (next: LoginMode) => {
    setIsSet(next === 'log-in' && mode === 'new-password');
    void navigate({
      search: ({ to }) => ({ ...(to === undefined ? {} : { to }), ...(next === 'log-in' ? {} : { mode: next }) }),
      replace: mode === 'new-password',
    });
  };
  return (
    <Box mih="100dvh" style={{ display: 'grid', gridTemplateRows: 'auto 1fr auto' }}>
      <Group component="header" justify="space-between" p="lg">
        <a href="/" className="row-link" aria-label="Insytical, first page">
          <Wordmark />
        </a>
        <ColourSwitch />
      </Group>
      <Center component="main" px="md" py="lg">
        <Paper withBorder p={{ base: 'lg', sm: 36 }} w="100%" maw={440}>
          <Title order={1} fz={24}>
            {title}
          </Title>
          <Text c="dimmed" mt={4} mb="lg">
            {intro}
          </Text>
          {error !== undefined && (
            <Alert color="yellow" role="alert" icon={<Icon name="alert" />} c="inherit" mb="md">
              {mode === 'forgotten'
                ? 'This link was used already or is too old. Ask for a new one.'
                : 'This login link was used already or is too old. Ask for a new one.'}
            </Alert>
          )}
          {isSet && mode === 'log-in' && (
            <Alert color="pine" role="status" icon={<Icon name="check" />} c="inherit" mb="md">
              Your new password is set. Log in with it.
            </Alert>
          )}
          {mode === 'log-in' && (
            <LoginForm {...{ email, setEmail, to }} onEntered={entered} onForgotten={() => go('forgotten')} />
          )}
          {mode === 'sign-up' && <SignUpForm {...{ email, setEmail }} onEntered={entered} />}
          {mode === 'forgotten' && <ForgottenForm {...{ email, setEmail }} />}
          {mode === 'new-password' && <SetPasswordForm token={token ?? ''} onSet={() => go('log-in')} />}
          <OtherWay mode={mode} onGo={go} />
        </Paper>
      </Center>
      <Stack component="footer" align="center" p="lg">
        <Group gap="lg">
          <Anchor href="/privacy" size="sm">
            Privacy
          </Anchor>
          <Anchor href="/support" size="sm">
            Support
          </Anchor>
        </Group>
      </Stack>
    </Box>
  );
}

/** The way to the other form. */
function OtherWay({ mode, onGo }: { readonly mode: LoginMode; readonly onGo: (mode: LoginMode) => void }) {
  const isLogin = mode === 'log-in';
  return (
    <Text ta="center" mt="lg" size="sm">
      {isLogin ? 'New here?' : mode === 'sign-up' ? 'Have an account already?' : 'Remembered it?'}{' '}
      <Anchor
        component="button"
        type="button"
        size="sm"
        fw={600}
        underline="always"
        onClick={() => onGo(isLogin ? 'sign-up' : 'log-in')}
      >
        {isLogin ? 'Create an account' : 'Log in'}
      </Anchor>
    </Text>
  );
}
