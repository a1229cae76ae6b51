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

const REASONS: Record<NonNullable<HostSlot['refusal']>, string> = {
  outside_hours: 'outside your hours',
  booked: 'already booked',
  busy: 'busy in one of your calendars',
  buffer: 'too close to another booking or busy time (buffer)',
  notice: 'too soon (minimum notice)',
  window: 'too far ahead, or not in the dates you set',
  limit: 'daily booking limit reached',
  week_limit: 'weekly booking limit reached',
  month_limit: 'monthly booking limit reached',
  host_day_limit: 'daily limit of all your event types reached',
  host_week_limit: 'weekly limit of all your event types reached',
  host_month_limit: 'monthly limit of all your event types reached',
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
        Why isn’t a time available?
      </Title>
      <Text size="sm" c="dimmed" mt={4} mb="sm">
        Check a day against your saved settings.
      </Text>
      <Group gap="xs" align="flex-end">
        <TextInput type="date" label="Day" value={date} onChange={typed(setDate)} flex={1} />
        {!opened && (
          <Button variant="default" onClick={() => setOpened(true)}>
            Look
          </Button>
        )}
      </Group>
      {opened && (
        <div style={{ marginTop: 12 }} aria-live="polite">
          {slots.isPending && date !== '' && <Loading rows={4} height={24} />}
          {slots.isError && <ProblemNotice error={slots.error} onRetry={() => void slots.refetch()} />}
          {slots.data && times.length === 0 && <Text size="sm">You have no hours on this day.</Text>}
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
        Times in <span translate="no">{zoneLabel(zone)}</span>
      </Text>
      <Stack
        component="ul"
        gap={2}
        m={0}
        p={0}
        mah={320}
        tabIndex={0}
        aria-label="Times of this day"
        style={{ listStyle: 'none', overflowY: 'auto' }}
      >
        {times.map(({ startsAt, refusal }) => (
          <Group component="li" key={startsAt} gap="sm" wrap="nowrap" py={3}>
            <Text size="sm" w={72} fw={600} translate="no" style={{ flex: 'none', whiteSpace: 'nowrap' }}>
              {timeOf(startsAt, zone)}
            </Text>
            <Text size="sm" {...(refusal === null ? {} : { c: 'dimmed' })}>
              {refusal === null ? 'offered' : REASONS[refusal]}
            </Text>
          </Group>
        ))}
      </Stack>
    </>
  );
}
