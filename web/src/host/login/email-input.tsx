import { TextInput } from '@mantine/core';
import { typed } from '../parts/inputs.tsx';
import { t } from '../text.ts';

interface Props {
  readonly value: string;
  readonly onChange: (email: string) => void;
  readonly error?: string | undefined;
  /** For password managers: `username` where an account may exist already. */
  readonly autoComplete?: 'username' | 'email';
}

/** Where hosts type the address of their account. */
export function EmailInput({ value, onChange, error, autoComplete = 'username' }: Props) {
  return (
    <TextInput
      label={t('common.email')}
      type="email"
      name="email"
      autoComplete={autoComplete}
      required
      withAsterisk={false}
      value={value}
      onChange={typed(onChange)}
      error={error}
    />
  );
}
