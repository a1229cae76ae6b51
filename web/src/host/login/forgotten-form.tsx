import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Icon } from '../parts/icons.tsx';
import { errorAt } from '../parts/problem-notice.tsx';
import { Mailed, Refused } from './answers.tsx';
import { mailPasswordLink } from './auth.ts';
import { EmailInput } from './email-input.tsx';
import { rich, t } from '../text.ts';

interface Props {
  readonly email: string;
  readonly setEmail: (email: string) => void;
}

/** Asks for a mailed link that sets a new password; says the same whether there is such an account or not. */
export function ForgottenForm({ email, setEmail }: Props) {
  const mailing = useMutation({ mutationFn: () => mailPasswordLink(email) });
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    mailing.mutate();
  };
  const fieldError = errorAt(mailing.error, '/email');
  return (
    <Stack component="form" onSubmit={submitted}>
      {fieldError === undefined && <Refused error={mailing.error} />}
      {mailing.isSuccess && <Mailed>{rich('login.mailedForAnHour', { email })}</Mailed>}
      <EmailInput
        value={email}
        onChange={(typed) => {
          mailing.reset();
          setEmail(typed);
        }}
        error={fieldError}
      />
      <Button type="submit" loading={mailing.isPending} leftSection={<Icon name="mail" size={18} />} fullWidth>
        {t('login.mailMeLink')}
      </Button>
    </Stack>
  );
}
