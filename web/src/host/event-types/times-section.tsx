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
import { rich, t } from '../text.ts';

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
    <Section title={t('types.when')}>
      <Select
        label={t('types.hours')}
        description={rich('types.hoursHint', { link: <Link to="/scheduler/availability" /> })}
        data={schedules.map(({ id, name, timeZone }) => ({ value: id, label: `${name} · ${timeZone}` }))}
        value={draft.values.scheduleId}
        onChange={(id) => id !== null && draft.set('scheduleId', id)}
        error={draft.error('/scheduleId')}
      />
      <MinutesInput
        label={t('types.notice')}
        description={t('types.noticeHint')}
        {...draft.field('minimumNoticeMinutes')}
      />
      <MinutesInput
        label={t('types.changeNotice')}
        description={t('types.changeNoticeHint')}
        {...draft.field('changeNoticeMinutes')}
      />
      <Switch
        label={t('types.askReason')}
        description={t('types.askReasonHint')}
        checked={draft.values.requiresReason}
        onChange={ticked((on) => draft.set('requiresReason', on))}
      />
      <Radio.Group label={t('types.ahead')} value={bookingWindow.kind} onChange={switched}>
        <Stack gap="xs" mt={6}>
          <Radio value="rolling" label={t('types.aheadDays')} />
          <Radio value="range" label={t('types.aheadRange')} />
        </Stack>
      </Radio.Group>
      {bookingWindow.kind === 'rolling' ? (
        <NumberField
          label={t('types.daysAhead')}
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
              label={end === 'from' ? t('types.firstDay') : t('types.lastDay')}
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
    <Section title={t('types.limits')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <MinutesInput
          label={t('types.bufferBefore')}
          description={t('types.bufferBeforeHint')}
          max={1_440}
          {...draft.field('bufferBeforeMinutes')}
        />
        <MinutesInput
          label={t('types.bufferAfter')}
          description={t('types.bufferAfterHint')}
          max={1_440}
          {...draft.field('bufferAfterMinutes')}
        />
      </SimpleGrid>
      <Switch
        label={t('types.interval')}
        checked={slotIntervalMinutes !== null}
        onChange={ticked((on) =>
          draft.set('slotIntervalMinutes', on ? Math.max(LEAST_INTERVAL, Math.min(15, durationMinutes)) : null),
        )}
      />
      {slotIntervalMinutes !== null && (
        <MinutesInput
          label={t('types.every')}
          description={t('types.leastInterval', { count: LEAST_INTERVAL })}
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
