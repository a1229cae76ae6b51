import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { TwoFactorSetUp } from '#api/openapi/client/types.ts';
import { api } from '../data/api.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Loading, Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { ConfirmPassword, useConfirmed } from './confirm-password.tsx';
import { TwoStepSetUp } from './two-step-set-up.tsx';
import { t } from '../text.ts';

const PATH = '/api/v1/me/two-factor';
const queryKey = ['two-factor'];

/** Turns two-step verification on and off, and makes backup codes. */
export function TwoStepSection() {
  const client = useQueryClient();
  const state = useQuery({ queryKey, queryFn: ({ signal }) => api.get(PATH, { signal }) });
  const [codes, setCodes] = useState<readonly string[]>();
  const changed = () => void client.invalidateQueries({ queryKey });
  const told = (made: readonly string[]) => {
    setCodes(made);
    changed();
  };
  const isOn = state.data !== undefined && state.data.onSince !== null;
  return (
    <Section
      title={t('account.twoStep.title')}
      hint={t('account.twoStep.hint')}
      beside={
        state.data && (
          <Badge variant="light" tt="none" color={isOn ? 'pine' : 'gray'} c="inherit">
            {isOn ? t('common.on') : t('common.off')}
          </Badge>
        )
      }
    >
      {state.isPending && <Loading rows={1} height={56} />}
      {state.isError && (
        <ProblemNotice error={state.error} onRetry={() => void state.refetch()} retrying={state.isFetching} />
      )}
      {codes && <BackupCodes codes={codes} onDone={() => setCodes(undefined)} />}
      {state.data && codes === undefined && !isOn && <WhileOff onTurnedOn={told} />}
      {state.data && codes === undefined && isOn && (
        <WhileOn left={state.data.backupCodesLeft} onCodes={told} onTurnedOff={changed} />
      )}
    </Section>
  );
}

function WhileOff({ onTurnedOn }: { readonly onTurnedOn: (codes: readonly string[]) => void }) {
  const [setUp, setSetUp] = useState<TwoFactorSetUp>();
  const beginning = useConfirmed((proof) => api.post(PATH, { body: proof }), setSetUp);
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    beginning.run();
  };
  if (setUp !== undefined)
    return <TwoStepSetUp {...{ setUp }} onTurnedOn={onTurnedOn} onCancel={() => setSetUp(undefined)} />;
  return (
    <Stack component="form" onSubmit={submitted}>
      {beginning.isAsked && <ConfirmPassword {...beginning.field} />}
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex="1 1 260px">
          {t('account.twoStep.app')}
        </Text>
        <Button type="submit" variant="default" loading={beginning.isPending}>
          {t('account.twoStep.setUp')}
        </Button>
      </Group>
      {beginning.error !== null && <ProblemNotice error={beginning.error} onRetry={beginning.run} />}
    </Stack>
  );
}

interface WhileOnProps {
  readonly left: number;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onTurnedOff: () => void;
}

function WhileOn({ left, onCodes, onTurnedOff }: WhileOnProps) {
  const [asking, setAsking] = useState<'codes' | 'off'>();
  const renewing = useConfirmed(
    (proof) => api.post(`${PATH}/backup-codes`, { body: proof }),
    ({ backupCodes }) => onCodes(backupCodes),
  );
  const turningOff = useConfirmed(
    (proof) => api.delete(PATH, { body: proof }),
    () => {
      tell(t('account.twoStep.isOff'));
      onTurnedOff();
    },
  );
  const doing = asking === 'off' ? turningOff : renewing;
  const close = () => {
    setAsking(undefined);
    doing.reset();
  };
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" flex="1 1 200px" {...(left === 0 ? { fw: 600 } : {})}>
        {left === 0 ? t('account.noCodesLeft') : t('account.codesLeft', { count: left })}
      </Text>
      <Group gap="sm">
        <Button variant="default" onClick={() => setAsking('codes')}>
          {t('account.newCodesAsk')}
        </Button>
        <Button variant="default" onClick={() => setAsking('off')}>
          {t('account.twoStep.turnOffAsk')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking !== undefined}
        title={asking === 'off' ? t('account.twoStep.turnOffTitle') : t('account.newCodesTitle')}
        confirm={asking === 'off' ? t('account.twoStep.turnOff') : t('account.newCodes')}
        danger={asking === 'off'}
        busy={doing.isPending}
        error={doing.error}
        onConfirm={doing.run}
        onClose={close}
      >
        <Stack gap="sm">
          <Text size="sm">{asking === 'off' ? t('account.twoStep.turnOffHint') : t('account.newCodesHint')}</Text>
          {doing.isAsked && <ConfirmPassword {...doing.field} />}
        </Stack>
      </ConfirmDialog>
    </Group>
  );
}
