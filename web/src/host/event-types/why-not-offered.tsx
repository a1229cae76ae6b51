import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type HostSlot, hostSlotsQuery } from '../data/event-types.ts';
import { useHostZone } from '../data/me.ts';
import { timeOf, todayIn } from '../parts/dates.ts';
import { Loading } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { typed } from '../parts/inputs.tsx';
import { zoneLabel } from '../parts/zone-select.tsx';
import { rich, t, type Words } from '../text.ts';

const REASONS: Record<NonNullable<HostSlot['refusal']>, Words> = {
  outside_hours: 'types.why.hours',
  booked: 'types.why.booked',
  holiday: 'types.why.holiday',
  busy: 'types.why.busy',
  buffer: 'types.why.buffer',
  notice: 'types.why.notice',
  window: 'types.why.window',
  limit: 'types.why.limit',
  week_limit: 'types.why.weekLimit',
  month_limit: 'types.why.monthLimit',
  host_day_limit: 'types.why.hostDayLimit',
  host_week_limit: 'types.why.hostWeekLimit',
  host_month_limit: 'types.why.hostMonthLimit',
};

/** Every time of one day as saved, with why it is not offered. */
export function WhyNotOffered({ eventTypeId }: { readonly eventTypeId: string }) {
  const zone = useHostZone();
  const [opened, setOpened] = useState(false);
  const [date, setDate] = useState(() => todayIn(zone));
  const slots = useQuery({
    ...hostSlotsQuery(eventTypeId, { from: date, to: date, timeZone: zone, explain: true }),
    enabled: opened && date !== '',
  });
  const times = slots.data?.days.find((day) => day.date === date)?.slots ?? [];
  return (
    <Paper withBorder p="lg" mt="lg">
      <Title order={2} fz="md">
        {t('types.why.title')}
      </Title>
      <Text size="sm" c="dimmed" mt={4} mb="sm">
        {t('types.why.hint')}
      </Text>
      <Group gap="xs" align="flex-end">
        <TextInput type="date" label={t('types.why.day')} value={date} onChange={typed(setDate)} flex={1} />
        {!opened && (
          <Button variant="default" onClick={() => setOpened(true)}>
            {t('types.why.look')}
          </Button>
        )}
      </Group>
      {opened && (
        <div style={{ marginTop: 12 }} aria-live="polite">
          {slots.isPending && date !== '' && <Loading rows={4} height={24} />}
          {slots.isError && <ProblemNotice error={slots.error} onRetry={() => void slots.refetch()} />}
          {slots.data && times.length === 0 && <Text size="sm">{t('types.why.noHours')}</Text>}
          {times.length > 0 && <Times times={times} zone={zone} />}
        </div>
      )}
    </Paper>
  );
}

function Times({ times, zone }: { readonly times: readonly HostSlot[]; readonly zone: string }) {
  return (
    <>
      <Text size="xs" c="dimmed" mb={6}>
        {rich('types.why.timesIn', { zone: zoneLabel(zone) })}
      </Text>
      <Stack
        component="ul"
        gap={2}
        m={0}
        p={0}
        mah={320}
        tabIndex={0}
        aria-label={t('types.why.times')}
        style={{ listStyle: 'none', overflowY: 'auto' }}
      >
        {times.map(({ startsAt, refusal }) => (
          <Group component="li" key={startsAt} gap="sm" wrap="nowrap" py={3}>
            <Text size="sm" w={72} fw={600} translate="no" style={{ flex: 'none', whiteSpace: 'nowrap' }}>
              {timeOf(startsAt, zone)}
            </Text>
            <Text size="sm" {...(refusal === null ? {} : { c: 'dimmed' })}>
              {refusal === null ? t('types.why.offered') : t(REASONS[refusal])}
            </Text>
          </Group>
        ))}
      </Stack>
    </>
  );
}
