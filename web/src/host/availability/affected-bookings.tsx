import { Alert, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useHostZone } from '../data/me.ts';
import type { ChangedSchedule } from '../data/schedules.ts';
import { momentOf } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { t } from '../text.ts';

/** Bookings that the hours just saved no longer cover: each leads to where it is moved or cancelled. */
export function AffectedBookings({ bookings }: { readonly bookings: ChangedSchedule['affectedBookings'] }) {
  const zone = useHostZone();
  // The button that saved is at the other end of a long page.
  const alert = useCallback((shown: HTMLDivElement | null) => {
    shown?.scrollIntoView({ block: 'nearest' });
  }, []);
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
              <span translate="no">{[momentOf(startsAt, zone), title, guestName].join(' · ')}</span>
            </Link>
          </li>
        ))}
      </Stack>
    </Alert>
  );
}
