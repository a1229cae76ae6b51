import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { locationId } from '#domain/location-choice.ts';
import { hostCallsGuest } from '#domain/phone-call.ts';
import { useBookForGuest } from '../data/bookings.ts';
import { type EventType, eventTypesQuery } from '../data/event-types.ts';
import { useChoiceName } from '../event-types/locations.ts';
import { inWords, momentOf, todayIn } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { typed } from '../parts/inputs.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { ZoneSelect } from '../parts/zone-select.tsx';
import { SlotPicker } from './slot-picker.tsx';
import { t } from '../text.ts';

/** Books a time for a guest who called or wrote; nothing where there is nothing to book. */
export function BookForGuest({ zone }: { readonly zone: string }) {
  const [isOpen, setOpen] = useState(false);
  const bookable = useQuery(eventTypesQuery).data?.filter(({ published, archived }) => published && !archived) ?? [];
  if (bookable.length === 0) return null;
  return (
    <>
      <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen(true)}>
        {t('bookings.bookForGuest')}
      </Button>
      {isOpen && <BookDialog eventTypes={bookable} zone={zone} onClose={() => setOpen(false)} />}
    </>
  );
}

interface DialogProps {
  readonly eventTypes: readonly EventType[];
  readonly zone: string;
  readonly onClose: () => void;
}

function BookDialog({ eventTypes, zone, onClose }: DialogProps) {
  const [id, setId] = useState(eventTypes[0]?.id ?? '');
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const navigate = useNavigate();
  const [initial] = useState({ name: '', email: '', timeZone: zone, phone: '' });
  const draft = useDraft<typeof initial>(initial);
  const booking = useBookForGuest();
  const choiceName = useChoiceName();
  const [location, setLocation] = useState<string | null>(null);
  const eventType = eventTypes.find((one) => one.id === id);
  const places = eventType === undefined ? [] : [eventType.location, ...eventType.furtherLocations];
  const place = places.find((one) => locationId(one) === location) ?? places[0];
  const asksPhone = place !== undefined && hostCallsGuest(place);
  const { phone, ...guest } = draft.values;
  const error = (field: string) => draft.error(`/guest/${field}`) ?? draft.error(`/${field}`);
  const pickType = (next: string | null) => {
    if (next === null) return;
    setId(next);
    setLocation(null);
    setStartsAt(null);
  };
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    if (startsAt === null) return;
    booking.mutate(
      {
        eventTypeId: id,
        startsAt,
        guest,
        ...(place && { location: locationId(place) }),
        ...(asksPhone && { phone }),
      },
      {
        onSuccess: (made) => {
          tell(t('bookings.booked', { name: made.guest.name }));
          onClose();
          void navigate({ to: '/bookings/$id', params: { id: made.id } });
        },
        onError: draft.refuse,
      },
    );
  };
  const field = (name: 'name' | 'email' | 'phone') => ({
    value: draft.values[name],
    onChange: typed((text) => draft.set(name, text)),
    error: error(name),
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{t('bookings.bookForGuest')}</Text>}>
      <form onSubmit={submitted} noValidate>
        <Stack>
          <Select
            label={t('common.eventType')}
            data={eventTypes.map((one) => ({
              value: one.id,
              label: `${one.title} (${inWords(one.durationMinutes)})`,
            }))}
            value={id}
            onChange={pickType}
            allowDeselect={false}
          />
          {places.length > 1 && place !== undefined && (
            <Select
              label={t('common.location')}
              data={places.map((one) => ({ value: locationId(one), label: choiceName(one) }))}
              value={locationId(place)}
              onChange={setLocation}
              allowDeselect={false}
            />
          )}
          <SlotPicker
            key={id}
            eventTypeId={id}
            first={todayIn(zone)}
            zone={zone}
            value={startsAt}
            onChange={setStartsAt}
          />
          <TextInput label={t('bookings.guestName')} maxLength={100} {...field('name')} />
          <TextInput label={t('bookings.guestEmail')} type="email" {...field('email')} />
          {asksPhone && <TextInput label={t('bookings.guestPhone')} type="tel" maxLength={60} {...field('phone')} />}
          <ZoneSelect
            label={t('bookings.guestZone')}
            description={t('bookings.guestZoneHint')}
            value={draft.values.timeZone}
            onChange={(next) => draft.set('timeZone', next)}
          />
          {booking.isError && !draft.isCorrected && (
            <ProblemNotice error={booking.error} placed={['/guest/name', '/guest/email', '/phone']} />
          )}
          <Group justify="flex-end" gap="sm" className="dialog-foot">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={startsAt === null} loading={booking.isPending}>
              {startsAt === null ? t('common.chooseTime') : t('bookings.bookAt', { time: momentOf(startsAt, zone) })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
