import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type HostBooking, isOvertaken, useBookingAction } from '../data/bookings.ts';
import { typed } from '../parts/inputs.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { useDraft } from '../parts/use-draft.ts';

/** Corrects the name or the address that the guest typed, of a booking that stands. */
export function CorrectGuest({ booking }: { readonly booking: HostBooking }) {
  const [isOpen, setOpen] = useState(false);
  if (booking.status !== 'confirmed' && booking.status !== 'pending') return null;
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        Correct name or email
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
          tell(`Guest corrected. We’ll email ${guest.name} again.`);
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
    <Modal opened onClose={onClose} title={<Text fw={650}>Correct the guest’s details</Text>}>
      <form onSubmit={submitted} noValidate>
        <Stack>
          <TextInput label="Name" maxLength={100} {...name} onChange={typed(name.onChange)} />
          <TextInput label="Email" type="email" {...email} onChange={typed(email.onChange)} />
          <Text size="sm">
            We’ll email the booking again. With a new address, links in emails to the former one stop working.
          </Text>
          {action.isError && !draft.isCorrected && <ProblemNotice error={action.error} placed={draft.pointers} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={!draft.dirty} loading={action.isPending}>
              Save and email
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
