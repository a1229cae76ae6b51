import { PasswordField } from '../parts/inputs.tsx';

const SHORTEST_PASSWORD = 8;

interface Props {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error?: string | undefined;
}

/** Where a password is chosen. */
export function NewPasswordInput({ label = 'Password', ...field }: Props) {
  return (
    <PasswordField
      label={label}
      description={`At least ${SHORTEST_PASSWORD} characters.`}
      name="password"
      autoComplete="new-password"
      minLength={SHORTEST_PASSWORD}
      {...field}
    />
  );
}
