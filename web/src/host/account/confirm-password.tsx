import { PasswordField } from '../parts/inputs.tsx';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../../shared/api.ts';
import { errorAt } from '../parts/problem-notice.tsx';
import { t } from '../text.ts';

interface Props {
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error: string | undefined;
}

/** Asks for the password of a host who logged in a while ago. */
export function ConfirmPassword(field: Props) {
  return (
    <PasswordField
      label={t('account.yourPassword')}
      description={t('account.yourPasswordHint')}
      name="current-password"
      autoComplete="current-password"
      data-autofocus
      autoFocus
      {...field}
    />
  );
}

/** What the server takes as proof that the host is at the browser. */
type Confirmation = { readonly password?: string };

/** A call that asks for the password where the login is not fresh: only then is there a field for it. */
export function useConfirmed<Answer>(
  call: (proof: Confirmation) => Promise<Answer>,
  onSuccess: (answer: Answer) => void,
) {
  const [password, setPassword] = useState('');
  const [isAsked, setAsked] = useState(false);
  const calling = useMutation({
    mutationFn: () => call(isAsked ? { password } : {}),
    onSuccess: (answer) => {
      setPassword('');
      setAsked(false);
      onSuccess(answer);
    },
    onError: (error) => {
      if (isProblem(error, 'fresh_login_required')) setAsked(true);
    },
  });
  const fieldError = errorAt(calling.error, '/password');
  const isNotice = calling.isError && fieldError === undefined && !isProblem(calling.error, 'fresh_login_required');
  return {
    run: () => calling.mutate(),
    reset: () => {
      setPassword('');
      setAsked(false);
      calling.reset();
    },
    isPending: calling.isPending,
    /** An error that belongs to no field. */
    error: isNotice ? calling.error : null,
    isAsked,
    field: { value: password, onChange: setPassword, error: fieldError },
  };
}
