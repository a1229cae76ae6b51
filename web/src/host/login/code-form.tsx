import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { isProblem } from '../../shared/api.ts';
import { typed } from '../parts/inputs.tsx';
import { errorAt } from '../parts/problem-notice.tsx';
import { Refused } from './answers.tsx';
import { finishLogin } from './auth.ts';
import { t } from '../text.ts';

interface Props {
  readonly onEntered: () => void;
  /** To the first step again. */
  readonly onBack: () => void;
}

const APP = {
  label: 'login.code',
  description: 'login.codeHint',
  inputMode: 'numeric',
  other: 'login.useBackup',
} as const;
const BACKUP = {
  label: 'login.backupCode',
  description: 'login.backupHint',
  inputMode: 'text',
  other: 'login.useApp',
} as const;

/** The second step of a login, where two-step verification is on. */
export function CodeForm({ onEntered, onBack }: Props) {
  const [kind, setKind] = useState<typeof APP | typeof BACKUP>(APP);
  const [code, setCode] = useState('');
  const entering = useMutation({ mutationFn: () => finishLogin(code), onSuccess: onEntered });
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate();
  };
  const switchKind = () => {
    entering.reset();
    setCode('');
    setKind(kind === APP ? BACKUP : APP);
  };
  const fieldError = errorAt(entering.error, '/code');
  const isTooLate = isProblem(entering.error, 'login_expired');
  return (
    <Stack component="form" onSubmit={submitted}>
      <Text size="sm">{t('login.twoStepOn')}</Text>
      {fieldError === undefined && <Refused error={entering.error} />}
      {isTooLate ? (
        <Button onClick={onBack} fullWidth>
          {t('common.logInAgain')}
        </Button>
      ) : (
        <>
          <TextInput
            key={kind.label}
            label={t(kind.label)}
            description={t(kind.description)}
            inputMode={kind.inputMode}
            name="code"
            autoComplete="one-time-code"
            autoFocus
            required
            withAsterisk={false}
            maxLength={64}
            value={code}
            onChange={typed(setCode)}
            error={fieldError}
          />
          <Button type="submit" loading={entering.isPending} fullWidth>
            {t('common.logIn')}
          </Button>
          <Group justify="space-between" gap="xs">
            <Anchor component="button" type="button" size="sm" underline="always" onClick={switchKind}>
              {t(kind.other)}
            </Anchor>
            <Anchor component="button" type="button" size="sm" underline="always" onClick={onBack}>
              {t('common.back')}
            </Anchor>
          </Group>
        </>
      )}
    </Stack>
  );
}
