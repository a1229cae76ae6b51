import { Alert, Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { errorAt } from '../parts/field-error.ts';
import { Icon } from '../parts/icons.tsx';
import { sentenceOf } from '../parts/problem-words.ts';
import { setPassword } from './auth.ts';
import { NewPasswordInput } from './new-password-input.tsx';

interface Props {
  /** Of the mailed link. */
  readonly token: string;
  readonly onSet: () => void;
}

/** Where the mailed link leads: one new password. */
export function SetPasswordForm({ token, onSet }: Props) {
  const [password, setTyped] = useState('');
  const setting = useMutation({ mutationFn: () => setPassword(password, token), onSuccess: onSet });
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    setting.mutate();
  };
  const fieldError = errorAt(setting.error, '/password');
  return (
    <Stack component="form" onSubmit={submitted}>
      {setting.isError && fieldError === undefined && (
        <Alert color="red" role="alert" icon={<Icon name="alert" />} c="inherit">
          {sentenceOf(setting.error)}
        </Alert>
      )}
      <NewPasswordInput label="New password" value={password} onChange={setTyped} error={fieldError} />
      <Button type="submit" loading={setting.isPending} fullWidth>
        Set password
      </Button>
    </Stack>
  );
}
