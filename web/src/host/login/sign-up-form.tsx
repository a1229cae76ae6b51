import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { errorAt } from '../parts/field-error.ts';
import { Icon } from '../parts/icons.tsx';
import { sentenceOf } from '../parts/problem-words.ts';
import { typed } from '../parts/typed.ts';
import { browserZone } from '../../shared/zones.ts';
import { signUp } from './auth.ts';
import { NewPasswordInput } from './new-password-input.tsx';

interface Props {
  readonly email: string;
  readonly setEmail: (email: string) => void;
  readonly onEntered: () => void;
}

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
      {making.isError && (
        <Alert color="red" role="alert" icon={<Icon name="alert" />} c="inherit">
          {sentenceOf(making.error)}
        </Alert>
      )}
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
      <TextInput
        label="E-mail"
        type="email"
        name="email"
        autoComplete="email"
        required
        withAsterisk={false}
        value={email}
        onChange={typed(setEmail)}
        error={errorAt(making.error, '/email')}
      />
      <NewPasswordInput value={password} onChange={setPassword} error={errorAt(making.error, '/password')} />
      <Button type="submit" loading={making.isPending} fullWidth>
        Create account
      </Button>
    </Stack>
  );
}
