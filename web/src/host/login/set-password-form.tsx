import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { errorAt } from '../parts/problem-notice.tsx';
import { Refused } from './answers.tsx';
import { setPassword } from './auth.ts';
import type { OfLink } from './mailed-link.tsx';
import { NewPasswordInput } from './new-password-input.tsx';
import { UsernameHint } from './username-hint.tsx';
import { t } from '../text.ts';

/** Where the mailed link leads: one new password. */
export function SetPasswordForm({ token, link, onDone }: OfLink) {
  const [password, setTyped] = useState('');
  const setting = useMutation({ mutationFn: () => setPassword(password, token), onSuccess: onDone });
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    setting.mutate();
  };
  const fieldError = errorAt(setting.error, '/newPassword');
  return (
    <Stack component="form" onSubmit={submitted}>
      {fieldError === undefined && <Refused error={setting.error} />}
      <UsernameHint email={link.email} />
      <NewPasswordInput label={t('common.newPassword')} value={password} onChange={setTyped} error={fieldError} />
      <Button type="submit" loading={setting.isPending} fullWidth>
        {t('login.setPasswordButton')}
      </Button>
    </Stack>
  );
}
