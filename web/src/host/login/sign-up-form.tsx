import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { errorAt } from '../parts/field-error.ts';
import { typed } from '../parts/typed.ts';
import { browserZone } from '../../shared/zones.ts';
import { Refused } from './answers.tsx';
import { signUp } from './auth.ts';
import { EmailInput } from './email-input.tsx';
import { NewPasswordInput } from './new-password-input.tsx';

interface Props {
  readonly email: string;
  readonly setEmail: (email: string) => void;
  readonly onEntered: () => void;
}

/** Name, address and password of a new host, who is logged in at once. */
export function SignUpForm({ email, setEmail, onEntered }: Props) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const making = useMutation({
    mutationFn: () => signUp({ name, email, password, timeZone: browserZone() }),
    onSuccess: onEntered,
  });
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    making.mutate();
  };
  return (
    <Stack component="form" onSubmit={submitted}>
      <Refused error={making.error} />
      <TextInput
        label="Name"
        description="As your guests will see it."
        name="name"
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={100}
        value={name}
        onChange={typed(setName)}
      />
      <EmailInput value={email} onChange={setEmail} error={errorAt(making.error, '/email')} autoComplete="email" />
      <NewPasswordInput value={password} onChange={setPassword} error={errorAt(making.error, '/password')} />
      <Button type="submit" loading={making.isPending} fullWidth>
        Create account
      </Button>
    </Stack>
  );
}
