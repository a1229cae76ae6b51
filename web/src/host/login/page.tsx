import { Alert, Anchor, Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Icon } from '../parts/icons.tsx';
import { queryClient } from '../query-client.ts';
import { ColourSwitch } from '../shell/account-menu.tsx';
import { Wordmark } from '../shell/navigation.tsx';
import { CodeForm } from './code-form.tsx';
import { FinishForm } from './finish-form.tsx';
import { ForgottenForm } from './forgotten-form.tsx';
import { LinkForm } from './link-form.tsx';
import { LoginForm } from './login-form.tsx';
import { MailedLink } from './mailed-link.tsx';
import type { LoginMode } from './modes.ts';
import { OtherAccounts } from './other-accounts.tsx';
import { OtherOutcome } from './other-outcome.tsx';
import { SetPasswordForm } from './set-password-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

const route = getRouteApi('/login');

const WORDS: Record<LoginMode, { readonly title: string; readonly intro: string }> = {
  'log-in': { title: 'Log in', intro: 'Welcome back to your scheduler.' },
  'sign-up': {
    title: 'Create your account',
    intro: 'Start with your email address: we’ll send you a link to continue.',
  },
  forgotten: { title: 'Set a new password', intro: 'We’ll email you a link to choose a new one.' },
  code: { title: 'Log in', intro: 'One more step.' },
  link: { title: 'Log in', intro: 'Continue with the link from your email.' },
  finish: { title: 'Create your account', intro: 'Choose the name that your guests see.' },
  'new-password': { title: 'Choose a new password', intro: 'This logs you out everywhere.' },
};

/** Where another link of the same kind is mailed. */
const ASKED_AT: Partial<Record<LoginMode, LoginMode>> = {
  link: 'log-in',
  finish: 'sign-up',
  'new-password': 'forgotten',
};

/** The way in: log in, make an account, or get a new password. */
export function LoginPage() {
  const { to = '/bookings', mode: asked = 'log-in', token, mailed, failed, with: provider } = route.useSearch();
  const navigate = route.useNavigate();
  const [email, setEmail] = useState('');
  const [isSet, setIsSet] = useState(false);
  // A link that lost its token leads to where one asks for another.
  const mode = token === undefined ? (ASKED_AT[asked] ?? asked) : asked;
  const { title, intro } = WORDS[mode];
  useEffect(() => {
    document.title = `${title} · Insytical`;
  }, [title]);
  const entered = () => {
    queryClient.clear();
    void navigate({ href: to });
  };
  const go = (next: LoginMode) => {
    setIsSet(false);
    void navigate({
      search: ({ to }) => ({ ...(to === undefined ? {} : { to }), ...(next === 'log-in' ? {} : { mode: next }) }),
      replace: asked in ASKED_AT,
    });
  };
  const passwordSet = () => {
    go('log-in');
    setIsSet(true);
  };
  const ofLink = { token: token ?? '', onAskAgain: () => go(ASKED_AT[asked] ?? 'log-in') };
  return (
    <Box mih="100dvh" style={{ display: 'grid', gridTemplateRows: 'auto 1fr auto' }}>
      <Group component="header" justify="space-between" p="lg">
        <a href="/" className="row-link" aria-label="Insytical home">
          <Wordmark />
        </a>
        <ColourSwitch />
      </Group>
      <Group component="main" justify="center" align="flex-start" px="md" py={{ base: 'lg', sm: '8vh' }}>
        <Paper withBorder p={{ base: 'lg', sm: 36 }} w="100%" maw={440}>
          <Title order={1} fz={24}>
            {title}
          </Title>
          <Text c="dimmed" mt={4} mb="lg">
            {intro}
          </Text>
          {isSet && mode === 'log-in' && (
            <Alert color="pine" role="status" icon={<Icon name="check" />} c="inherit" mb="md">
              Password changed. Log in with your new password.
            </Alert>
          )}
          <OtherOutcome {...{ mailed, failed, provider }} />
          {(mode === 'log-in' || mode === 'sign-up') && <OtherAccounts to={to} />}
          {mode === 'log-in' && (
            <LoginForm {...{ email, setEmail, to }} onEntered={entered} onForgotten={() => go('forgotten')} />
          )}
          {mode === 'sign-up' && <SignUpForm {...{ email, setEmail }} />}
          {mode === 'forgotten' && <ForgottenForm {...{ email, setEmail }} />}
          {mode === 'code' && <CodeForm onEntered={entered} onBack={() => go('log-in')} />}
          {mode === 'link' && <MailedLink {...ofLink} kind="login" form={LinkForm} onDone={entered} />}
          {mode === 'finish' && <MailedLink {...ofLink} kind="sign-up" form={FinishForm} onDone={entered} />}
          {mode === 'new-password' && (
            <MailedLink {...ofLink} kind="password" form={SetPasswordForm} onDone={passwordSet} />
          )}
          <OtherWay mode={mode} onGo={go} />
        </Paper>
      </Group>
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

const OTHER_WAYS: Record<LoginMode, { readonly question: string; readonly action: string }> = {
  'log-in': { question: 'New here?', action: 'Create an account' },
  'sign-up': { question: 'Already have an account?', action: 'Log in' },
  forgotten: { question: 'Remembered it?', action: 'Log in' },
  code: { question: 'Not you?', action: 'Log in with another account' },
  link: { question: 'Prefer to use your password?', action: 'Log in with password' },
  finish: { question: 'Already have an account?', action: 'Log in' },
  'new-password': { question: 'Remembered it?', action: 'Log in' },
};

/** The way to the other form. */
function OtherWay({ mode, onGo }: { readonly mode: LoginMode; readonly onGo: (mode: LoginMode) => void }) {
  const { question, action } = OTHER_WAYS[mode];
  return (
    <Text ta="center" mt="lg" size="sm">
      <span>{question}</span>{' '}
      <Anchor
        component="button"
        type="button"
        size="sm"
        fw={600}
        underline="always"
        onClick={() => onGo(mode === 'log-in' ? 'sign-up' : 'log-in')}
      >
        {action}
      </Anchor>
    </Text>
  );
}
