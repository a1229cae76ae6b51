import { Alert, Text } from '@mantine/core';
import type { HostBooking } from '../data/bookings.ts';
import { Icon } from '../parts/icons.tsx';

/** Mails that could not be delivered and will not be tried again. */
export function MailProblems({ booking: { mailProblems, guest } }: { readonly booking: HostBooking }) {
  if (mailProblems.length === 0) return null;
  return (
    <Alert color="red" variant="light" icon={<Icon name="mail" />} title="Some mails were refused" c="inherit">
      {mailProblems.map(({ kind, recipient, text }) => (
        <Text key={`${kind} ${recipient} ${text}`} size="sm">
          To {recipient === 'guest' ? guest.name : 'you'}: {text}
        </Text>
      ))}
    </Alert>
  );
}
