import { Anchor, Button, Divider, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Icon } from '../parts/icons.tsx';
import { errorAt } from '../parts/problem-notice.tsx';
import { typed } from '../parts/inputs.tsx';
import { Mailed, Refused } from './answers.tsx';
import { logIn, mailLink } from './auth.ts';
import { CodeForm } from './code-form.tsx';
import { EmailInput } from './email-input.tsx';
import { rich, t } from '../text.ts';

interface Props {
  readonly email: string;
  readonly setEmail: (email: string) => void;
  readonly onEntered: () => void;
  /** Where a mailed link leads. */
  readonly to: string;
  readonly onForgotten?: () => void;
}

/** Email and password, or a link by mail, so that no host has to remember a password (WCAG 3.3.8). */
export function LoginForm({ email, setEmail, onEntered, to, onForgotten }: Props) {
  const [password, setPassword] = useState('');
  const [askedForLink, setAskedForLink] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
  const entering = useMutation({
    mutationFn: () => logIn(email, password),
    onSuccess: ({ codeRequired }) => (codeRequired ? setAsksCode(true) : onEntered()),
  });
  const mailing = useMutation({ mutationFn: () => mailLink(email, to) });
  const isMissing = askedForLink && !email.includes('@');

  const submitted = (event: FormEvent) => {
    event.preventDefault();
    mailing.reset();
    entering.mutate();
  };
  const wantsLink = () => {
    setAskedForLink(true);
    entering.reset();
    if (email.includes('@')) mailing.mutate();
  };
  const startAgain = () => {
    setAsksCode(false);
    setPassword('');
  };
  if (asksCode) return <CodeForm onEntered={onEntered} onBack={startAgain} />;
  const error = entering.error ?? mailing.error;
  const emailError = errorAt(error, '/email');
  return (
    <Stack component="form" onSubmit={submitted}>
      {emailError === undefined && <Refused error={error} />}
      {mailing.isSuccess && <Mailed>{rich('login.mailedForTenMinutes', { email })}</Mailed>}
      <EmailInput value={email} onChange={setEmail} error={isMissing ? t('login.enterEmail') : emailError} />
      <PasswordInput
        label={t('common.password')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={typed(setPassword)}
        visibilityToggleButtonProps={{ 'aria-label': t('login.showPassword') }}
      />
      {onForgotten && (
        <Anchor component="button" type="button" size="sm" ta="left" underline="always" onClick={onForgotten}>
          {t('login.forgot')}
        </Anchor>
      )}
      <Button type="submit" loading={entering.isPending} fullWidth>
        {t('common.logIn')}
      </Button>
      <Divider label={t('common.or')} />
      <Button
        variant="default"
        leftSection={<Icon name="mail" size={18} />}
        loading={mailing.isPending}
        onClick={wantsLink}
        fullWidth
      >
        {t('login.mailLoginLink')}
      </Button>
    </Stack>
  );
}
