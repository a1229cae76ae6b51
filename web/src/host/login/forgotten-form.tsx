import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Icon } from '../parts/icons.tsx';
import { sentenceOf } from '../parts/problem-words.ts';
import { typed } from '../parts/typed.ts';
import { mailPasswordLink } from './auth.ts';

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
  return (
    <Stack component="form" onSubmit={submitted}>
      {mailing.isError && (
        <Alert color="red" role="alert" icon={<Icon name="alert" />} c="inherit">
          {sentenceOf(mailing.error)}
        </Alert>
      )}
      {mailing.isSuccess && (
        <Alert color="pine" role="status" icon={<Icon name="mail" />} c="inherit">
          If there is an account with this address, a link is on its way. It works once, for an hour.
        </Alert>
      )}
      <TextInput
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => {
          mailing.reset();
          typed(setEmail)(event);
        }}
      />
      <Button type="submit" loading={mailing.isPending} leftSection={<Icon name="mail" size={18} />} fullWidth>
        Mail me a link
      </Button>
    </Stack>
  );
}
