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
import { t, type Words } from '../text.ts';

const route = getRouteApi('/login');

const WORDS: Record<LoginMode, { readonly title: Words; readonly intro: Words }> = {
  'log-in': { title: 'common.logIn', intro: 'login.welcome' },
  'sign-up': {
    title: 'login.createYourAccount',
    intro: 'login.startWithEmail',
  },
  forgotten: { title: 'login.setPassword', intro: 'login.setPasswordHint' },
  code: { title: 'common.logIn', intro: 'login.oneMoreStep' },
  link: { title: 'common.logIn', intro: 'login.continueWithLink' },
  finish: { title: 'login.createYourAccount', intro: 'login.chooseName' },
  'new-password': { title: 'login.choosePassword', intro: 'login.logsOutEverywhere' },
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
  const title = t(WORDS[mode].title);
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
        <a href="/" className="row-link" aria-label={t('login.home')}>
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
            {t(WORDS[mode].intro)}
          </Text>
          {isSet && mode === 'log-in' && (
            <Alert color="pine" role="status" icon={<Icon name="check" />} c="inherit" mb="md">
              {t('login.passwordChanged')}
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
            {t('login.privacy')}
          </Anchor>
          <Anchor href="/support" size="sm">
            {t('login.support')}
          </Anchor>
        </Group>
      </Stack>
    </Box>
  );
}

const OTHER_WAYS: Record<LoginMode, { readonly question: Words; readonly action: Words }> = {
  'log-in': { question: 'login.newHere', action: 'login.createAnAccount' },
  'sign-up': { question: 'login.haveAccount', action: 'common.logIn' },
  forgotten: { question: 'login.remembered', action: 'common.logIn' },
  code: { question: 'login.notYou', action: 'login.otherAccount' },
  link: { question: 'login.preferPassword', action: 'login.withPassword' },
  finish: { question: 'login.haveAccount', action: 'common.logIn' },
  'new-password': { question: 'login.remembered', action: 'common.logIn' },
};

/** The way to the other form. */
function OtherWay({ mode, onGo }: { readonly mode: LoginMode; readonly onGo: (mode: LoginMode) => void }) {
  const { question, action } = OTHER_WAYS[mode];
  return (
    <Text ta="center" mt="lg" size="sm">
      <span>{t(question)}</span>{' '}
      <Anchor
        component="button"
        type="button"
        size="sm"
        fw={600}
        underline="always"
        onClick={() => onGo(mode === 'log-in' ? 'sign-up' : 'log-in')}
      >
        {t(action)}
      </Anchor>
    </Text>
  );
}
