import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useId } from 'react';
import { typed } from './typed.ts';

interface Props extends Omit<PasswordInputProps, 'value' | 'onChange' | 'error' | 'id' | 'description'> {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error?: string | undefined;
}

/** A password that can be looked at. Says of itself what Mantine's leaves out: what describes it, and that it is wrong. */
export function PasswordField({ label, onChange, error, ...props }: Props) {
  const id = useId();
  return (
    <PasswordInput
      id={id}
      label={label}
      required
      withAsterisk={false}
      onChange={typed(onChange)}
      error={error}
      aria-describedby={`${id}-description${error === undefined ? '' : ` ${id}-error`}`}
      {...(error === undefined ? {} : { 'aria-invalid': true })}
      visibilityToggleButtonProps={{ 'aria-label': `Show ${label.toLowerCase()}` }}
      {...props}
    />
  );
}
