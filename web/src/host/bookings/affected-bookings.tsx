import { Alert, Box, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useAffected, useAffectedNow } from '../data/affected-bookings.ts';
import type { BookingSummary } from '../data/bookings.ts';
import { useHostZone } from '../data/me.ts';
import { momentOf } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { BookingActions } from './actions.tsx';
import { StatusBadge } from './rows.tsx';
import { rich, t } from '../text.ts';

/** Bookings that hours just saved no longer cover, each with what the host can do about it, until the host closes them. */
export function AffectedBookings() {
  const { bookings, close } = useAffected();
  const zone = useHostZone();
  const alert = useRef<HTMLDivElement>(null);
  // The button that saved is at the other end of a long page.
  useEffect(() => {
    if (bookings.length > 0) alert.current?.scrollIntoView({ block: 'nearest' });
  }, [bookings]);
  if (bookings.length === 0) return null;
  return (
    <Alert
      ref={alert}
      color="yellow"
      variant="light"
      icon={<Icon name="alert" />}
      c="inherit"
      mb="lg"
      role="status"
      title={t('bookings.affected.title', { count: bookings.length })}
      withCloseButton
      closeButtonLabel={t('bookings.affected.close')}
      onClose={close}
    >
      <Text size="sm">{t('bookings.affected.hint')}</Text>
      <Stack component="ul" className="affected" gap="sm" mt="sm" mb={0} pl={0}>
        {bookings.map((booking) => (
          <AffectedBooking key={booking.id} affected={booking} zone={zone} />
        ))}
      </Stack>
    </Alert>
  );
}

interface RowProps {
  /** As it was when the hours were saved. */
  readonly affected: BookingSummary;
  readonly zone: string;
}

function AffectedBooking({ affected, zone }: RowProps) {
  const [isActing, setActing] = useState(false);
  const booking = useAffectedNow(affected, isActing);
  const { id, guest, eventType, startsAt } = affected;
  const name = [momentOf(startsAt, zone), eventType.title, guest.name].join(' · ');
  return (
    <Box component="li" aria-label={name} onClickCapture={() => setActing(true)}>
      <Group gap="xs">
        <Link to="/bookings/$id" params={{ id }} translate="no">
          {name}
        </Link>
        <Outcome affected={affected} booking={booking} zone={zone} />
      </Group>
      <BookingActions booking={booking} zone={zone} />
    </Box>
  );
}

/** What became of it since. */
function Outcome({ affected, booking, zone }: RowProps & { readonly booking: BookingSummary }) {
  const { status, startsAt, rescheduleAskedAt } = booking;
  if (status !== affected.status) return <StatusBadge status={status} />;
  if (startsAt !== affected.startsAt)
    return <Text size="sm">{rich('bookings.affected.moved', { time: momentOf(startsAt, zone) })}</Text>;
  if (rescheduleAskedAt === null) return null;
  return <Text size="sm">{rich('bookings.youAsked', { time: momentOf(rescheduleAskedAt, zone) })}</Text>;
}
