import { Alert, Anchor, Text } from '@mantine/core';
import { mailtoUri } from '#domain/email-address.ts';
import type { HostBooking } from '../data/bookings.ts';
import { momentOf } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { said } from '../parts/said.ts';
import { rich, t, type Words } from '../text.ts';

const ACTORS: Record<HostBooking['timeline'][number]['actor'], Words> = {
  host: 'bookings.by.host',
  guest: 'bookings.by.guest',
  provider: 'bookings.by.provider',
  system: 'bookings.by.system',
  operator: 'bookings.by.operator',
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
      {newestFirst.map(({ at, actor, kind, text, says }) => (
        <li key={`${at} ${kind} ${text}`}>
          <Text size="sm">{said(text, says)}</Text>
          <Text size="xs" c="dimmed">
            <time dateTime={at} translate="no">
              {momentOf(at, zone)}
            </time>{' '}
            <span>{`· ${t(ACTORS[actor])}`}</span>
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
    <Alert color="red" variant="light" icon={<Icon name="mail" />} title={t('bookings.notDelivered')} c="inherit">
      {mailProblems.map(({ kind, recipient, email, text, says }) => (
        <Text key={`${kind} ${recipient} ${email} ${text}`} size="sm">
          {recipient === 'host'
            ? t('bookings.mailToYou', { problem: said(text, says) })
            : rich('bookings.mailTo', { recipient: email ?? guest.name, problem: said(text, says) })}
        </Text>
      ))}
      {mailProblems.some(({ recipient }) => recipient === 'guest') && (
        <Text size="sm" mt={4}>
          {rich(status === 'confirmed' ? 'bookings.resendOrWrite' : 'bookings.write', {
            email: guest.email,
            mail: <Anchor href={mailtoUri(guest.email)} size="sm" translate="no" />,
          })}
        </Text>
      )}
    </Alert>
  );
}
