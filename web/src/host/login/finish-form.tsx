import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { errorAt } from '../parts/problem-notice.tsx';
import { typed } from '../parts/inputs.tsx';
import { browserZone } from '../../shared/zones.ts';
import { Refused } from './answers.tsx';
import { finishSignUp } from './auth.ts';
import type { OfLink } from './mailed-link.tsx';
import { NewPasswordInput } from './new-password-input.tsx';
import { UsernameHint } from './username-hint.tsx';
import { t } from '../text.ts';

/** Name and password of a new host, who is logged in at once; no password where another account logs in. */
export function FinishForm({ token, link, onDone }: OfLink) {
  const [name, setName] = useState(link.name);
  const [password, setPassword] = useState('');
  const making = useMutation({
    mutationFn: () =>
      finishSignUp({ token, name, ...(link.asksPassword && { password }), timeZone: browserZone() ?? 'UTC' }),
    onSuccess: onDone,
  });
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    making.mutate();
  };
  const [nameError, passwordError] = [errorAt(making.error, '/name'), errorAt(making.error, '/password')];
  return (
    <Stack component="form" onSubmit={submitted}>
      {nameError === undefined && passwordError === undefined && <Refused error={making.error} />}
      <UsernameHint email={link.email} />
      <TextInput
        label={t('common.name')}
        description={t('common.guestsSeeName')}
        name="name"
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={100}
        value={name}
        onChange={typed(setName)}
        error={nameError}
      />
      {link.asksPassword && <NewPasswordInput value={password} onChange={setPassword} error={passwordError} />}
      <Button type="submit" loading={making.isPending} fullWidth>
        {t('login.createAccount')}
      </Button>
    </Stack>
  );
}
