import { Radio, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addDays } from '../../shared/iso-days.ts';
import { schedulesQuery } from '../data/schedules.ts';
import { MinutesInput } from '../parts/minutes-input.tsx';
import { todayIn } from '../parts/dates.ts';
import { NumberField } from '../parts/number-field.tsx';
import { Section } from '../parts/section.tsx';
import { typed } from '../parts/typed.ts';
import type { Draft } from '../parts/use-draft.ts';
import type { EventTypeValues } from './blank.ts';

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
        description="How long before its start a time can still be booked."
        {...draft.field('minimumNoticeMinutes')}
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
