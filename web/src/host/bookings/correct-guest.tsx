import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type HostBooking, isOvertaken, useBookingAction } from '../data/bookings.ts';
import { typed } from '../parts/inputs.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { t } from '../text.ts';

/** Corrects the name or the address that the guest typed, of a booking that stands. */
export function CorrectGuest({ booking }: { readonly booking: HostBooking }) {
  const [isOpen, setOpen] = useState(false);
  if (booking.status !== 'confirmed' && booking.status !== 'pending') return null;
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t('bookings.correct')}
      </Button>
      {isOpen && <CorrectDialog booking={booking} onClose={() => setOpen(false)} />}
    </>
  );
}

interface DialogProps {
  readonly booking: HostBooking;
  readonly onClose: () => void;
}

function CorrectDialog({ booking, onClose }: DialogProps) {
  // As it was when the dialog was opened: what is typed stays while the page refreshes.
  const [initial] = useState({ name: booking.guest.name, email: booking.guest.email });
  const draft = useDraft(initial);
  const action = useBookingAction(booking);
  const [name, email] = [draft.field('name'), draft.field('email')];
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    action.mutate(
      { verb: 'guest', ...draft.values },
      {
        onSuccess: ({ guest }) => {
          tell(t('bookings.corrected', { name: guest.name }));
          onClose();
        },
        onError: (error) => {
          draft.refuse(error);
          if (isOvertaken(error)) onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{t('bookings.correctTitle')}</Text>}>
      <form onSubmit={submitted} noValidate>
        <Stack>
          <TextInput label={t('common.name')} maxLength={100} {...name} onChange={typed(name.onChange)} />
          <TextInput label={t('common.email')} type="email" {...email} onChange={typed(email.onChange)} />
          <Text size="sm">{t('bookings.correctHint')}</Text>
          {action.isError && !draft.isCorrected && <ProblemNotice error={action.error} placed={draft.pointers} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!draft.dirty} loading={action.isPending}>
              {t('bookings.saveAndMail')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
