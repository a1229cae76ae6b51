import { Anchor, Box, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Me, useChangeMe } from '../data/me.ts';
import { errorAt, ProblemNotice, sentenceOf } from '../parts/problem-notice.tsx';
import { ErrorBelow, typed } from '../parts/inputs.tsx';
import { useMutation } from '@tanstack/react-query';
import { type Schedule, useChangeSchedule } from '../data/schedules.ts';
import { HOUR_CYCLE } from '../writing.ts';
import { ZoneSelect } from '../parts/zone-select.tsx';
import { browserZone } from '../../shared/zones.ts';
import { Link } from '@tanstack/react-router';
import { weekInWords } from '../availability/weekly-hours.ts';
import type { Integration } from '../data/integrations.ts';
import { ConnectProgress } from '../integrations/connect-progress.tsx';
import { Permissions } from '../integrations/card.tsx';
import { ProviderMark } from '../integrations/provider-mark.tsx';
import { useConnect } from '../integrations/use-connect.ts';
import type { EventType } from '../data/event-types.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { t } from '../text.ts';

/** Choose the address guests will know. */
export function HandleStep({ me, onDone }: { readonly me: Me; readonly onDone: () => void }) {
  const [handle, setHandle] = useState(me.handle);
  const change = useChangeMe();
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    if (handle === me.handle) onDone();
    else change.mutate({ handle }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submitted} noValidate>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('common.handle')}
          description={t('firstRun.bookedAt', { address: `${window.location.host}/${handle}` })}
          style={{ flex: '1 1 220px' }}
          maxLength={40}
          value={handle}
          onChange={typed((text) => {
            change.reset();
            setHandle(text.toLowerCase());
          })}
          error={change.isError}
        />
        <Button type="submit" loading={change.isPending}>
          {handle === me.handle ? t('firstRun.keep') : t('common.save')}
        </Button>
      </Group>
      <ErrorBelow>{change.isError ? wordsOf(change.error) : undefined}</ErrorBelow>
    </form>
  );
}

const wordsOf = (error: unknown) => errorAt(error) ?? sentenceOf(error);

interface ZoneStepProps {
  readonly me: Me;
  readonly schedule: Schedule | undefined;
  readonly onDone: () => void;
}

/** The host's zone, which a fresh host's hours are meant in too. */
export function ZoneStep({ me, schedule, onDone }: ZoneStepProps) {
  const [timeZone, setTimeZone] = useState(me.timeZone);
  const changeMe = useChangeMe();
  const changeSchedule = useChangeSchedule();
  const saving = useMutation({
    mutationFn: async () => {
      if (timeZone === me.timeZone) return;
      await changeMe.mutateAsync({ timeZone });
      if (schedule !== undefined) await changeSchedule.mutateAsync({ id: schedule.id, timeZone });
    },
    onSuccess: onDone,
  });
  return (
    <>
      <Group align="flex-end" gap="sm">
        <Box style={{ flex: '1 1 220px' }}>
          <ZoneSelect
            value={timeZone}
            onChange={setTimeZone}
            description={browserZone() === null ? t('firstRun.zoneUnknown') : t('common.zoneHint')}
          />
        </Box>
        <Button onClick={() => saving.mutate()} loading={saving.isPending}>
          {timeZone === me.timeZone ? t('firstRun.right') : t('common.save')}
        </Button>
      </Group>
      {saving.isError && <ProblemNotice error={saving.error} onRetry={() => saving.mutate()} />}
    </>
  );
}

export function HoursStep({
  schedule,
  onDone,
}: {
  readonly schedule: Schedule | undefined;
  readonly onDone: () => void;
}) {
  return (
    <Group gap="sm">
      <Text size="sm" flex="1 1 220px">
        {schedule === undefined || schedule.weekly.length === 0
          ? t('firstRun.noHours')
          : t('firstRun.hoursAre', { hours: weekInWords(schedule.weekly, HOUR_CYCLE) })}
      </Text>
      <Button onClick={onDone}>{t('firstRun.right')}</Button>
      <Button component={Link} to="/scheduler/availability" variant="default">
        {t('firstRun.changeHours')}
      </Button>
    </Group>
  );
}

interface ConnectStepProps {
  readonly integrations: readonly Integration[];
  readonly onSkip: () => void;
}

/** Connect a meeting platform, or do without. */
export function ConnectStep({ integrations, onSkip }: ConnectStepProps) {
  const offered = integrations.filter(({ status }) => status !== 'not_configured');
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('firstRun.oneIsEnough')}
      </Text>
      {offered.map((integration) => (
        <Platform key={integration.provider} integration={integration} />
      ))}
      <Anchor component="button" type="button" size="sm" ta="left" underline="always" onClick={onSkip}>
        {t('firstRun.skip')}
      </Anchor>
    </Stack>
  );
}

function Platform({ integration }: { readonly integration: Integration }) {
  const connecting = useConnect(integration);
  return (
    <Stack gap="xs" role="group" aria-label={integration.name}>
      <Group gap="sm" wrap="nowrap">
        <ProviderMark colour={integration.colour} size={32} />
        <Text fw={500} flex={1}>
          {integration.name}
        </Text>
        <Button size="sm" variant="default" onClick={connecting.connect}>
          {t('common.connect')}
        </Button>
      </Group>
      <ConnectProgress connecting={connecting} name={integration.name} />
      <Permissions integration={integration} open={false} />
    </Stack>
  );
}

interface ShareStepProps {
  readonly published: EventType | undefined;
  readonly onShared: () => void;
}

/** Copy the link of a published event type. */
export function ShareStep({ published, onShared }: ShareStepProps) {
  if (published === undefined)
    return (
      <Group gap="sm">
        <Text size="sm" flex="1 1 220px">
          {t('firstRun.createEventType')}
        </Text>
        <Button component={Link} to="/scheduler/event-types/new">
          {t('common.newEventType')}
        </Button>
      </Group>
    );
  return (
    <Group gap="sm">
      <Anchor href={published.publicUrl} target="_blank" flex="1 1 220px">
        {published.publicUrl}
      </Anchor>
      <CopyLink address={published.publicUrl} of={published.title} variant="filled" onCopied={onShared} />
    </Group>
  );
}
