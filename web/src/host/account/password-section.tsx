import { Anchor, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Me } from '../data/me.ts';
import { changePassword, mailPasswordLink } from '../login/auth.ts';
import { NewPasswordInput } from '../login/new-password-input.tsx';
import { UsernameHint } from '../login/username-hint.tsx';
import { errorAt, ProblemNotice } from '../parts/problem-notice.tsx';
import { PasswordField } from '../parts/inputs.tsx';
import { Section } from '../parts/page.tsx';
import { tell } from '../parts/tell.tsx';

const FIELDS = ['/currentPassword', '/newPassword'];

/** Changes the password; a host who has none, or forgot it, sets one through a mailed link. */
export function PasswordSection({ me }: { readonly me: Me }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const changing = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      tell('Password changed. Your other browsers are logged out.');
    },
  });
  const mailing = useMutation({
    mutationFn: () => mailPasswordLink(me.email),
    onSuccess: () => tell(`We emailed ${me.email} a link to set a password.`),
  });
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate();
  };
  const isPlaced = FIELDS.some((pointer) => errorAt(changing.error, pointer) !== undefined);
  return (
    <Section title="Password">
      <Stack component="form" onSubmit={submitted} gap="md">
        <UsernameHint email={me.email} />
        {changing.isError && !isPlaced && <ProblemNotice error={changing.error} />}
        {mailing.isError && <ProblemNotice error={mailing.error} onRetry={() => mailing.mutate()} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <PasswordField
            label="Current password"
            name="current-password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
            error={errorAt(changing.error, '/currentPassword')}
          />
          <NewPasswordInput
            label="New password"
            value={next}
            onChange={setNext}
            error={errorAt(changing.error, '/newPassword')}
          />
        </SimpleGrid>
        <Group justify="space-between" gap="sm">
          <Text size="sm" flex="1 1 260px">
            Forgot it, or never had one?{' '}
            <Anchor
              component="button"
              type="button"
              size="sm"
              underline="always"
              disabled={mailing.isPending}
              onClick={() => mailing.mutate()}
            >
              Email me a link to set one
            </Anchor>
          </Text>
          <Button type="submit" variant="default" loading={changing.isPending}>
            Change password
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
