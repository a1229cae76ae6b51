import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { BackupCodes as Codes, TwoFactor, TwoFactorSetUp } from '#api/me/schema.ts';
import { api } from '../../shared/api.ts';
import { counted } from '../parts/dates.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Loading, Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { ConfirmPassword, useConfirmed } from './confirm-password.tsx';
import { TwoStepSetUp } from './two-step-set-up.tsx';

const PATH = '/api/v1/me/two-factor';
const queryKey = ['two-factor'];

/** Turns two-step verification on and off, and makes backup codes. */
export function TwoStepSection() {
  const client = useQueryClient();
  const state = useQuery({ queryKey, queryFn: ({ signal }) => api.get<TwoFactor>(PATH, { signal }) });
  const [codes, setCodes] = useState<readonly string[]>();
  const changed = () => void client.invalidateQueries({ queryKey });
  const told = (made: readonly string[]) => {
    setCodes(made);
    changed();
  };
  const isOn = state.data !== undefined && state.data.onSince !== null;
  return (
    <Section
      title="Two-step verification"
      hint="After your password or login link, Insytical also asks for a code from an app on your phone."
      beside={
        state.data && (
          <Badge variant="light" tt="none" color={isOn ? 'pine' : 'gray'} c="inherit">
            {isOn ? 'On' : 'Off'}
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
  const beginning = useConfirmed((proof) => api.post<TwoFactorSetUp>(PATH, proof), setSetUp);
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
          Use an authenticator app such as Google Authenticator, Microsoft Authenticator or 1Password.
        </Text>
        <Button type="submit" variant="default" loading={beginning.isPending}>
          Set up two-step verification
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
    (proof) => api.post<Codes>(`${PATH}/backup-codes`, proof),
    ({ backupCodes }) => onCodes(backupCodes),
  );
  const turningOff = useConfirmed(
    (proof) => api.delete(PATH, proof),
    () => {
      tell('Two-step verification is off.');
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
        {left === 0 ? 'You have no backup codes left.' : `${counted(left, 'backup code')} left.`}
      </Text>
      <Group gap="sm">
        <Button variant="default" onClick={() => setAsking('codes')}>
          New backup codes…
        </Button>
        <Button variant="default" onClick={() => setAsking('off')}>
          Turn off…
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking !== undefined}
        title={asking === 'off' ? 'Turn off two-step verification?' : 'Create new backup codes?'}
        confirm={asking === 'off' ? 'Turn off' : 'Create new codes'}
        danger={asking === 'off'}
        busy={doing.isPending}
        error={doing.error}
        onConfirm={doing.run}
        onClose={close}
      >
        <Stack gap="sm">
          <Text size="sm">
            {asking === 'off'
              ? 'Your password or a login link alone will log you in. Your app and your backup codes stop working.'
              : 'The backup codes you have now stop working.'}
          </Text>
          {doing.isAsked && <ConfirmPassword {...doing.field} />}
        </Stack>
      </ConfirmDialog>
    </Group>
  );
}
