import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Icon } from '../parts/icons.tsx';
import { sentenceOf } from '../parts/problem-words.ts';
import { typed } from '../parts/typed.ts';
import { browserZone } from '../../shared/zones.ts';
import { signUp } from './auth.ts';

const SHORTEST_PASSWORD = 8;

export function SignUpForm({ onEntered }: { readonly onEntered: () => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
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
      />
      <PasswordInput
        label="Password"
        description={`At least ${SHORTEST_PASSWORD} characters.`}
        name="password"
        autoComplete="new-password"
        required
        withAsterisk={false}
        minLength={SHORTEST_PASSWORD}
        value={password}
        onChange={typed(setPassword)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
      />
      <Button type="submit" loading={making.isPending} fullWidth>
        Create account
      </Button>
    </Stack>
  );
}
