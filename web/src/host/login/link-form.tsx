import { Alert, Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Icon } from '../parts/icons.tsx';
import { Refused } from './answers.tsx';
import { logInByLink } from './auth.ts';
import { CodeForm } from './code-form.tsx';
import type { OfLink } from './mailed-link.tsx';
import { t } from '../text.ts';

/** Logs in by a mailed link at the press of a button: programs that open every link in a mail use nothing up. */
export function LinkForm({ token, link, onDone, onAskAgain }: OfLink) {
  const [asksCode, setAsksCode] = useState(false);
  const entering = useMutation({
    mutationFn: () => logInByLink(token),
    onSuccess: ({ codeRequired }) => (codeRequired ? setAsksCode(true) : onDone()),
  });
  if (asksCode) return <CodeForm onEntered={onDone} onBack={onAskAgain} />;
  return (
    <Stack>
      <Refused error={entering.error} />
      {!link.askedHere && (
        <Alert color="yellow" role="note" icon={<Icon name="alert" />} c="inherit">
          {t('login.otherBrowser')}
        </Alert>
      )}
      <Button loading={entering.isPending} onClick={() => entering.mutate()} fullWidth>
        {t('common.logIn')}
      </Button>
    </Stack>
  );
}
