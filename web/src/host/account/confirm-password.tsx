import { PasswordField } from '../parts/password-field.tsx';

interface Props {
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error: string | undefined;
}

/** Asks for the password of a host who logged in a while ago. */
export function ConfirmPassword(field: Props) {
  return (
    <PasswordField
      label="Your password"
      description="To make sure that it is you. Without a password, log out and log in by a mailed link first."
      name="current-password"
      autoComplete="current-password"
      data-autofocus
      autoFocus
      {...field}
    />
  );
}
