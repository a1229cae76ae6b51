import { Radio, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addDays } from '../../shared/iso-days.ts';
import { schedulesQuery } from '../data/schedules.ts';
import { BookingLimits } from '../parts/booking-limits.tsx';
import { MinutesInput, NumberField, ticked, typed } from '../parts/inputs.tsx';
import { todayIn } from '../parts/dates.ts';
import { Section } from '../parts/page.tsx';
import type { Draft } from '../parts/use-draft.ts';
import type { EventTypeValues } from './values.ts';

/** When guests may book: hours, distance from now, how far ahead. */
export function TimesSection({ draft }: { readonly draft: Draft<EventTypeValues> }) {
  const schedules = useQuery(schedulesQuery).data ?? [];
  const zone = schedules.find(({ id }) => id === draft.values.scheduleId)?.timeZone ?? 'UTC';
  const { bookingWindow } = draft.values;
  const switched = (kind: string) => {
    const today = todayIn(zone);
    draft.set(
      'bookingWindow',
      kind === 'rolling' ? { kind: 'rolling', days: 60 } : { kind: 'range', from: today, to: addDays(today, 30) },
    );
  };
  return (
    <Section title="When">
      <Select
        label="Hours"
        description={
          <>
            From your <Link to="/scheduler/availability">availability</Link>, in its time zone.
          </>
        }
        data={schedules.map(({ id, name, timeZone }) => ({ value: id, label: `${name} · ${timeZone}` }))}
        value={draft.values.scheduleId}
        onChange={(id) => id !== null && draft.set('scheduleId', id)}
        error={draft.error('/scheduleId')}
      />
      <MinutesInput
        label="Minimum notice"
        description="Latest guests can book before the start."
        {...draft.field('minimumNoticeMinutes')}
      />
      <MinutesInput
        label="Latest reschedule or cancellation"
        description="How long before the start guests can still do it themselves. After that they have to contact you."
        {...draft.field('changeNoticeMinutes')}
      />
      <Switch
        label="Ask guests for a reason"
        description="They have to say why they reschedule or cancel."
        checked={draft.values.requiresReason}
        onChange={ticked((on) => draft.set('requiresReason', on))}
      />
      <Radio.Group label="How far ahead" value={bookingWindow.kind} onChange={switched}>
        <Stack gap="xs" mt={6}>
          <Radio value="rolling" label="A number of days from today" />
          <Radio value="range" label="Between two dates" />
        </Stack>
      </Radio.Group>
      {bookingWindow.kind === 'rolling' ? (
        <NumberField
          label="Days ahead"
          value={bookingWindow.days}
          onChange={(days) => draft.set('bookingWindow', { kind: 'rolling', days })}
          min={0}
          max={730}
          maw={200}
          error={draft.error('/bookingWindow/days')}
        />
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="date"
              label={end === 'from' ? 'First day' : 'Last day'}
              value={bookingWindow[end]}
              onChange={typed((date) => draft.set('bookingWindow', { ...bookingWindow, [end]: date }))}
              error={draft.error(`/bookingWindow/${end}`)}
            />
          ))}
        </SimpleGrid>
      )}
    </Section>
  );
}

/** In minutes, as the API has it. */
const LEAST_INTERVAL = 5;

/** Room around meetings and how many there may be. */
export function LimitsSection({ draft }: { readonly draft: Draft<EventTypeValues> }) {
  const { slotIntervalMinutes, durationMinutes } = draft.values;
  return (
    <Section title="Buffers and limits">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <MinutesInput
          label="Buffer before"
          description="Kept free before each meeting."
          max={1_440}
          {...draft.field('bufferBeforeMinutes')}
        />
        <MinutesInput
          label="Buffer after"
          description="Kept free after each meeting."
          max={1_440}
          {...draft.field('bufferAfterMinutes')}
        />
      </SimpleGrid>
      <Switch
        label="Custom start-time interval"
        checked={slotIntervalMinutes !== null}
        onChange={ticked((on) =>
          draft.set('slotIntervalMinutes', on ? Math.max(LEAST_INTERVAL, Math.min(15, durationMinutes)) : null),
        )}
      />
      {slotIntervalMinutes !== null && (
        <MinutesInput
          label="Start times every"
          description={`At least ${LEAST_INTERVAL} minutes.`}
          min={LEAST_INTERVAL}
          max={1_440}
          value={slotIntervalMinutes}
          onChange={(minutes) => draft.set('slotIntervalMinutes', minutes)}
          error={draft.error('/slotIntervalMinutes')}
        />
      )}
      <BookingLimits draft={draft} />
    </Section>
  );
}
