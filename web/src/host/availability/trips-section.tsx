import { Box, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Me, useChangeMe } from '../data/me.ts';
import { longDate, todayIn } from '../parts/dates.ts';
import { typed } from '../parts/inputs.tsx';
import { PlainList, Section } from '../parts/page.tsx';
import { errorAt, ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { zoneLabel, ZoneSelect } from '../parts/zone-select.tsx';
import { t } from '../text.ts';

type Trip = Me['trips'][number];

/** Days on which the host's hours are in another time zone. */
export function TripsSection({ me }: { readonly me: Me }) {
  const change = useChangeMe();
  const today = todayIn(me.timeZone);
  // Trips that are over are not kept.
  const ahead = me.trips.filter(({ to }) => to >= today).toSorted((one, other) => one.from.localeCompare(other.from));
  const save = (trips: readonly Trip[], saved: string, onSaved?: () => void) =>
    change.mutate(
      { trips: [...trips] },
      {
        onSuccess: () => {
          tell(saved);
          onSaved?.();
        },
      },
    );
  return (
    <Section title={t('availability.trips.title')} hint={t('availability.trips.hint')}>
      {ahead.length === 0 && <Text size="sm">{t('availability.trips.none')}</Text>}
      {ahead.length > 0 && (
        <PlainList label={t('availability.trips.title')}>
          {ahead.map((trip) => (
            <TripRow
              key={trip.from}
              trip={trip}
              busy={change.isPending}
              onRemove={() =>
                save(
                  ahead.filter((one) => one !== trip),
                  t('availability.trips.removed'),
                )
              }
            />
          ))}
        </PlainList>
      )}
      {change.isError && <ProblemNotice error={change.error} placed={[`/trips/${ahead.length}`]} />}
      <NewTrip
        me={me}
        today={today}
        busy={change.isPending}
        errorOf={(field) => errorAt(change.error, `/trips/${ahead.length}/${field}`)}
        onChange={change.reset}
        onAdd={(trip, onAdded) => save([...ahead, trip], t('availability.trips.added'), onAdded)}
      />
    </Section>
  );
}

const daysOf = ({ from, to }: Trip) =>
  from === to ? longDate(from) : t('availability.days', { from: longDate(from), to: longDate(to) });

interface TripRowProps {
  readonly trip: Trip;
  readonly busy: boolean;
  readonly onRemove: () => void;
}

function TripRow({ trip, busy, onRemove }: TripRowProps) {
  const days = daysOf(trip);
  return (
    <Group component="li" justify="space-between" gap="sm">
      <Box miw={0} style={{ flex: '1 1 200px' }} translate="no">
        <Text fw={550}>{days}</Text>
        <Text size="sm" c="dimmed">
          {zoneLabel(trip.timeZone, new Date(`${trip.from}T12:00:00Z`))}
        </Text>
      </Box>
      <Button
        variant="subtle"
        size="sm"
        disabled={busy}
        onClick={onRemove}
        aria-label={t('availability.trips.removeLabel', { days })}
      >
        {t('availability.trips.remove')}
      </Button>
    </Group>
  );
}

interface NewTripProps {
  readonly me: Me;
  readonly today: string;
  readonly busy: boolean;
  readonly errorOf: (field: keyof Trip) => string | undefined;
  /** What was refused is being corrected. */
  readonly onChange: () => void;
  readonly onAdd: (trip: Trip, onAdded: () => void) => void;
}

function NewTrip({ me, today, busy, errorOf, onChange, onAdd }: NewTripProps) {
  const empty = { from: '', to: '', timeZone: me.timeZone };
  const [trip, setTrip] = useState(empty);
  const set = (changes: Partial<Trip>) => {
    onChange();
    setTrip({ ...trip, ...changes });
  };
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    onAdd(trip, () => setTrip(empty));
  };
  return (
    <form onSubmit={submitted} noValidate>
      <Stack gap="sm">
        <Group align="flex-start" gap="sm">
          <TextInput
            style={{ flex: '1 1 150px' }}
            type="date"
            label={t('availability.trips.first')}
            min={today}
            value={trip.from}
            onChange={typed((from) => set({ from }))}
            error={errorOf('from')}
          />
          <TextInput
            style={{ flex: '1 1 150px' }}
            type="date"
            label={t('availability.trips.last')}
            min={trip.from === '' ? today : trip.from}
            value={trip.to}
            onChange={typed((to) => set({ to }))}
            error={errorOf('to')}
          />
        </Group>
        <ZoneSelect
          label={t('availability.trips.zone')}
          value={trip.timeZone}
          onChange={(timeZone) => set({ timeZone })}
          error={errorOf('timeZone')}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={trip.from === '' || trip.to === ''}>
            {t('availability.trips.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
