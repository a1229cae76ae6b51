import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { mailtoUri } from '#domain/email-address.ts';
import { type HostBooking, useBookingAction } from '../data/bookings.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { tell } from '../parts/tell.tsx';
import { Fact } from './fact.tsx';
import { t } from '../text.ts';

type Guest = HostBooking['guests'][number];

/** Whom the guest brings along, each with a way to remove them. */
export function FurtherGuests({ booking }: { readonly booking: HostBooking }) {
  const [removing, setRemoving] = useState<Guest | null>(null);
  const action = useBookingAction(booking);
  if (booking.guests.length === 0) return null;
  const isMailed = booking.status === 'confirmed';
  const close = () => {
    action.reset();
    setRemoving(null);
  };
  const remove = ({ id, ...guest }: Guest) =>
    action.mutate(
      { verb: 'removeGuest', guestId: id },
      {
        onSuccess: () => {
          close();
          tell(isMailed ? t('bookings.guestRemovedAndMailed', { name: nameOf(guest) }) : t('bookings.guestRemoved'));
        },
      },
    );
  return (
    <Fact icon="person">
      <Text size="sm" c="dimmed">
        {t('bookings.guests', { count: booking.guests.length })}
      </Text>
      {booking.guests.map((guest) => (
        <Group key={guest.id} gap="xs">
          <span translate="no">
            {guest.name === null ? null : `${guest.name} `}
            <a href={mailtoUri(guest.email)}>{guest.email}</a>
          </span>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('common.removeLabel', { name: nameOf(guest) })}
            onClick={() => setRemoving(guest)}
          >
            {t('common.remove')}
          </Button>
        </Group>
      ))}
      <ConfirmDialog
        opened={removing !== null}
        title={t('bookings.removeTitle')}
        confirm={t('bookings.removeGuest')}
        danger
        busy={action.isPending}
        error={action.error}
        onConfirm={() => removing && remove(removing)}
        onClose={close}
      >
        {isMailed ? t('bookings.removeHint') : t('bookings.stays')}
      </ConfirmDialog>
    </Fact>
  );
}

const nameOf = ({ name, email }: Omit<Guest, 'id'>) => name ?? email;
