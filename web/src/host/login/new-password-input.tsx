import { PasswordInput } from '@mantine/core';
import { typed } from '../parts/typed.ts';

const SHORTEST_PASSWORD = 8;

interface Props {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error?: string | undefined;
}

/** Where a password is chosen. */
export function NewPasswordInput({ label = 'Password', value, onChange, error }: Props) {
  return (
    <PasswordInput
      label={label}
      description={`At least ${SHORTEST_PASSWORD} characters.`}
      name="password"
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={SHORTEST_PASSWORD}
      value={value}
      onChange={typed(onChange)}
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
    />
  );
}
