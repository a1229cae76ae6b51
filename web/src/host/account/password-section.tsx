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
import { rich, t } from '../text.ts';

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
      tell(t('account.password.changed'));
    },
  });
  const mailing = useMutation({
    mutationFn: () => mailPasswordLink(me.email),
    onSuccess: () => tell(t('account.password.mailed', { email: me.email })),
  });
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate();
  };
  const isPlaced = FIELDS.some((pointer) => errorAt(changing.error, pointer) !== undefined);
  return (
    <Section title={t('common.password')}>
      <Stack component="form" onSubmit={submitted} gap="md">
        <UsernameHint email={me.email} />
        {changing.isError && !isPlaced && <ProblemNotice error={changing.error} />}
        {mailing.isError && <ProblemNotice error={mailing.error} onRetry={() => mailing.mutate()} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <PasswordField
            label={t('account.password.current')}
            name="current-password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
            error={errorAt(changing.error, '/currentPassword')}
          />
          <NewPasswordInput
            label={t('common.newPassword')}
            value={next}
            onChange={setNext}
            error={errorAt(changing.error, '/newPassword')}
          />
        </SimpleGrid>
        <Group justify="space-between" gap="sm">
          <Text size="sm" flex="1 1 260px">
            {rich('account.password.forgot', {
              button: (
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  underline="always"
                  disabled={mailing.isPending}
                  onClick={() => mailing.mutate()}
                />
              ),
            })}
          </Text>
          <Button type="submit" variant="default" loading={changing.isPending}>
            {t('account.password.change')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
