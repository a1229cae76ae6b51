import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { errorAt } from '../parts/problem-notice.tsx';
import { Mailed, Refused } from './answers.tsx';
import { mailSignUpLink } from './auth.ts';
import { EmailInput } from './email-input.tsx';
import { rich, t } from '../text.ts';

interface Props {
  readonly email: string;
  readonly setEmail: (email: string) => void;
}

/** The address of a new host; the account is made on the page that the mailed link leads to. */
export function SignUpForm({ email, setEmail }: Props) {
  const mailing = useMutation({ mutationFn: () => mailSignUpLink(email) });
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    mailing.mutate();
  };
  const fieldError = errorAt(mailing.error, '/email');
  return (
    <Stack component="form" onSubmit={submitted}>
      {fieldError === undefined && <Refused error={mailing.error} />}
      {mailing.isSuccess && <Mailed>{rich('login.mailedForADay', { email })}</Mailed>}
      <EmailInput
        value={email}
        onChange={(typed) => {
          mailing.reset();
          setEmail(typed);
        }}
        error={fieldError}
        autoComplete="email"
      />
      <Button type="submit" loading={mailing.isPending} fullWidth>
        {mailing.isSuccess ? t('common.sendAgain') : t('login.continue')}
      </Button>
    </Stack>
  );
}
