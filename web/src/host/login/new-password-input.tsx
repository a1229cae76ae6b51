import { PasswordField } from '../parts/inputs.tsx';
import { t } from '../text.ts';

const SHORTEST_PASSWORD = 8;

interface Props {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error?: string | undefined;
}

/** Where a password is chosen. */
export function NewPasswordInput({ label = t('common.password'), ...field }: Props) {
  return (
    <PasswordField
      label={label}
      description={t('login.atLeast', { count: String(SHORTEST_PASSWORD) })}
      name="password"
      autoComplete="new-password"
      minLength={SHORTEST_PASSWORD}
      {...field}
    />
  );
}
