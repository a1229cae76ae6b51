import { Box, Button, Code, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { type FormEvent, useState } from 'react';
import type { TwoFactorSetUp } from '#api/openapi/client/types.ts';
import { api } from '../data/api.ts';
import { typed } from '../parts/inputs.tsx';
import { errorAt, ProblemNotice } from '../parts/problem-notice.tsx';
import { rich, t } from '../text.ts';

interface Props {
  readonly setUp: TwoFactorSetUp;
  readonly onTurnedOn: (backupCodes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Brings the secret to an authenticator app, and takes its first code. */
export function TwoStepSetUp({ setUp: { uri, secret }, onTurnedOn, onCancel }: Props) {
  const [code, setCode] = useState('');
  const turningOn = useMutation({
    mutationFn: () => api.post('/api/v1/me/two-factor/turn-on', { body: { code } }),
    onSuccess: ({ backupCodes }) => onTurnedOn(backupCodes),
  });
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    turningOn.mutate();
  };
  const fieldError = errorAt(turningOn.error, '/code');
  return (
    <Stack component="form" onSubmit={submitted}>
      {turningOn.isError && fieldError === undefined && <ProblemNotice error={turningOn.error} />}
      <List type="ordered" size="sm" spacing="md">
        <List.Item>
          {t('account.twoStep.scan')}
          {/* Dark on light in both colour schemes: cameras do not read it the other way round. */}
          <Box mt="xs" w={188} h={188} bg="white" p={4} style={{ borderRadius: 8 }}>
            <QRCodeSVG value={uri} size={180} marginSize={4} title={t('account.twoStep.qr')} />
          </Box>
          <Text size="sm" mt="xs">
            {rich('account.twoStep.typeKey', {
              secret: secret.replaceAll(/.{4}(?=.)/g, '$& '),
              key: <Code fz="sm" style={{ overflowWrap: 'anywhere' }} />,
            })}
          </Text>
        </List.Item>
        <List.Item>{t('account.twoStep.typeDigits')}</List.Item>
      </List>
      <TextInput
        label={t('login.code')}
        inputMode="numeric"
        name="code"
        autoComplete="one-time-code"
        autoFocus
        required
        withAsterisk={false}
        maxLength={64}
        maw={240}
        value={code}
        onChange={typed(setCode)}
        error={fieldError}
      />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={turningOn.isPending}>
          {t('account.twoStep.turnOn')}
        </Button>
      </Group>
    </Stack>
  );
}
