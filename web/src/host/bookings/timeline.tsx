import { Alert, Anchor, Text } from '@mantine/core';
import { mailtoUri } from '#domain/email-address.ts';
import type { HostBooking } from '../data/bookings.ts';
import { momentOf } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';

const ACTORS: Record<HostBooking['timeline'][number]['actor'], string> = {
  host: 'you',
  guest: 'guest',
  provider: 'meeting platform',
  system: 'Insytical',
  operator: 'operator',
};

interface Props {
  readonly timeline: HostBooking['timeline'];
  readonly zone: string;
}

/** The booking's story, newest first. */
export function BookingTimeline({ timeline, zone }: Props) {
  const newestFirst = timeline.toSorted((one, other) => other.at.localeCompare(one.at));
  return (
    <ol className="timeline">
      {newestFirst.map(({ at, actor, kind, text }) => (
        <li key={`${at} ${kind} ${text}`}>
          <Text size="sm">{text}</Text>
          <Text size="xs" c="dimmed">
            <time dateTime={at} translate="no">
              {momentOf(at, zone)}
            </time>{' '}
            <span>{`· ${ACTORS[actor]}`}</span>
          </Text>
        </li>
      ))}
    </ol>
  );
}

/** Mails that could not be delivered and will not be tried again, and what the host can do instead. */
export function MailProblems({ booking: { mailProblems, guest, status } }: { readonly booking: HostBooking }) {
  if (mailProblems.length === 0) return null;
  return (
    <Alert color="red" variant="light" icon={<Icon name="mail" />} title="Some emails weren’t delivered" c="inherit">
      {mailProblems.map(({ kind, recipient, email, text }) => (
        <Text key={`${kind} ${recipient} ${email} ${text}`} size="sm">
          To {recipient === 'host' ? <span>you</span> : <span translate="no">{email ?? guest.name}</span>}:{' '}
          <span>{text}</span>
        </Text>
      ))}
      {mailProblems.some(({ recipient }) => recipient === 'guest') && (
        <Text size="sm" mt={4}>
          <span>
            {status === 'confirmed'
              ? 'Resend the confirmation, or write to your guest: '
              : 'Write to your guest yourself: '}
          </span>
          <Anchor href={mailtoUri(guest.email)} size="sm" translate="no">
            {guest.email}
          </Anchor>
        </Text>
      )}
    </Alert>
  );
}
