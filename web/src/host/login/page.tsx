import { Alert, Anchor, Box, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Icon } from '../parts/icons.tsx';
import { queryClient } from '../query-client.ts';
import { ColourSwitch } from '../shell/colour-switch.tsx';
import { Wordmark } from '../shell/wordmark.tsx';
import { LoginForm } from './login-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

const route = getRouteApi('/login');

/** The way in: log in, or make an account. */
export function LoginPage() {
  const { to = '/bookings', mode, error } = route.useSearch();
  const navigate = route.useNavigate();
  const isNew = mode === 'sign-up';
  const title = isNew ? 'Create your account' : 'Log in';
  useEffect(() => {
    document.title = `${title} · Insytical`;
  }, [title]);
  const entered = () => {
    queryClient.clear();
    void navigate({ href: to });
  };
  return (
    <Box mih="100dvh" style={{ display: 'grid', gridTemplateRows: 'auto 1fr auto' }}>
      <Group component="header" justify="space-between" p="lg">
        <Wordmark />
        <ColourSwitch />
      </Group>
      <Center component="main" px="md" py="lg">
        <Paper withBorder p={{ base: 'lg', sm: 36 }} w="100%" maw={440}>
          <Title order={1} fz={24}>
            {title}
          </Title>
          <Text c="dimmed" mt={4} mb="lg">
            {isNew
              ? 'A booking page whose every meeting has its link. It takes two minutes.'
              : 'Welcome back to your scheduler.'}
          </Text>
          {error !== undefined && (
            <Alert color="yellow" role="alert" icon={<Icon name="alert" />} c="inherit" mb="md">
              This login link was used already or is too old. Ask for a new one.
            </Alert>
          )}
          {isNew ? <SignUpForm onEntered={entered} /> : <LoginForm onEntered={entered} to={to} />}
          <Text ta="center" mt="lg" size="sm">
            {isNew ? 'Have an account already?' : 'New here?'}{' '}
            <Anchor
              component="button"
              type="button"
              size="sm"
              fw={600}
              underline="always"
              onClick={() =>
                void navigate({
                  search: ({ mode: _mode, error: _error, ...rest }) => (isNew ? rest : { ...rest, mode: 'sign-up' }),
                })
              }
            >
              {isNew ? 'Log in' : 'Create an account'}
            </Anchor>
          </Text>
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
