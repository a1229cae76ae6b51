import { Alert, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useHostZone } from '../data/me.ts';
import type { ChangedSchedule } from '../data/schedules.ts';
import { momentOf } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { t } from '../text.ts';

/** Bookings that the hours just saved no longer cover: each leads to where it is moved or cancelled. */
export function AffectedBookings({ bookings }: { readonly bookings: ChangedSchedule['affectedBookings'] }) {
  const zone = useHostZone();
  const alert = useRef<HTMLDivElement>(null);
  // The button that saved is at the other end of a long page.
  useEffect(() => alert.current?.scrollIntoView({ block: 'nearest' }), [bookings]);
  if (bookings.length === 0) return null;
  return (
    <Alert
      ref={alert}
      color="yellow"
      variant="light"
      icon={<Icon name="alert" />}
      c="inherit"
      role="status"
      title={t('availability.affected.title', { count: bookings.length })}
    >
      <Text size="sm">{t('availability.affected.hint')}</Text>
      <Stack component="ul" gap={4} mt="xs" mb={0} pl="md">
        {bookings.map(({ id, title, guestName, startsAt }) => (
          <li key={id}>
            <Link to="/bookings/$id" params={{ id }}>
              <span translate="no">{momentOf(startsAt, zone)}</span>: <span translate="no">{title}</span>,{' '}
              <span translate="no">{guestName}</span>
            </Link>
          </li>
        ))}
      </Stack>
    </Alert>
  );
}
