import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { phoneCallOf, telUri } from '#domain/phone-call.ts';
import { mailtoUri } from '#domain/email-address.ts';
import type { HostBooking } from '../data/bookings.ts';
import { locationIcon, useLocationName } from '../event-types/locations.ts';
import { dayOf, inWords, momentOf, timesOf } from '../parts/dates.ts';
import { Section } from '../parts/page.tsx';
import { zoneLabel } from '../parts/zone-select.tsx';
import { CorrectGuest } from './correct-guest.tsx';
import { LinkedText } from '../../shared/linked-text.tsx';
import { Fact } from './fact.tsx';
import { FurtherGuests } from './further-guests.tsx';
import { StatusBadge } from './rows.tsx';
import { rich, t } from '../text.ts';

interface Props {
  readonly booking: HostBooking;
  readonly zone: string;
  /** What can be done, below the facts. */
  readonly children: ReactNode;
}

/** When, who, where, and what the guest said. */
export function BookingFacts({ booking, zone, children }: Props) {
  const nameOf = useLocationName();
  const {
    status,
    startsAt,
    previousStartsAt,
    proposedStartsAt,
    holdEndsAt,
    guest,
    eventType,
    reason,
    noShow,
    rescheduleAskedAt,
  } = booking;
  const { kind } = eventType.location;
  return (
    <Section
      title={t('bookings.details')}
      beside={<StatusBadge status={status} proposedStartsAt={proposedStartsAt} noShow={noShow} />}
    >
      <Stack gap="md">
        <Fact icon="calendar">
          <Text fw={600} translate="no">
            {dayOf(startsAt, zone)}
          </Text>
          <Text>
            <span translate="no">{timesOf(booking, zone)}</span>{' '}
            <span>{`(${inWords(eventType.durationMinutes)})`}</span>
          </Text>
          {previousStartsAt !== null && (
            <Text size="sm" c="dimmed">
              {rich('bookings.was', {
                time: momentOf(previousStartsAt, zone),
                s: <s translate="no" />,
              })}
            </Text>
          )}
          {proposedStartsAt !== null && (
            <Text fw={600}>{rich('bookings.asksFor', { time: momentOf(proposedStartsAt, zone) })}</Text>
          )}
          {rescheduleAskedAt !== null && status === 'confirmed' && (
            <Text fw={600}>{rich('bookings.youAsked', { time: momentOf(rescheduleAskedAt, zone) })}</Text>
          )}
          {holdEndsAt !== null && (
            <Text size="sm" c="dimmed">
              {rich(proposedStartsAt === null ? 'bookings.held' : 'bookings.bothHeld', {
                time: momentOf(holdEndsAt, zone),
              })}
            </Text>
          )}
        </Fact>
        <Fact icon="person">
          <Text fw={600} translate="no">
            {guest.name}
          </Text>
          {guest.email !== '' && (
            <a href={mailtoUri(guest.email)} translate="no">
              {guest.email}
            </a>
          )}
          <Text size="sm" c="dimmed">
            {rich('bookings.timesThere', {
              zone: zoneLabel(guest.timeZone, new Date(startsAt)),
              times: timesOf(booking, guest.timeZone),
            })}
          </Text>
          <CorrectGuest booking={booking} />
        </Fact>
        <FurtherGuests booking={booking} />
        <Fact icon={locationIcon(kind)}>
          <Text>{nameOf(kind)}</Text>
          <Place booking={booking} />
        </Fact>
        {guest.answers.map(({ questionId, label, value }) => (
          <Fact key={questionId} icon="message">
            <Text size="sm" c="dimmed">
              {label}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap' }}>
              <LinkedText>{typeof value === 'boolean' ? (value ? t('common.yes') : t('common.no')) : value}</LinkedText>
            </Text>
          </Fact>
        ))}
        {reason !== null && reason !== '' && (
          <Fact icon="close">
            <Text size="sm" c="dimmed">
              {reasonLabel(booking)}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap' }}>
              <LinkedText>{reason}</LinkedText>
            </Text>
          </Fact>
        )}
      </Stack>
      {children}
    </Section>
  );
}

function reasonLabel({ status, proposalOutcome, proposedStartsAt, rescheduleAskedAt }: HostBooking): string {
  if (status !== 'confirmed' && status !== 'pending') return t('bookings.reason');
  if (proposedStartsAt !== null) return t('bookings.whyProposed');
  if (rescheduleAskedAt !== null) return t('bookings.whyAsked');
  return proposalOutcome === 'declined' ? t('bookings.whyDeclined') : t('bookings.whyRescheduled');
}

/** Where it is, or who calls whom. */
function Place({ booking: { eventType, guest, phone } }: { readonly booking: HostBooking }) {
  const { kind, value } = eventType.location;
  const call = phoneCallOf(eventType.location, phone);
  if (call?.caller === 'guest')
    return <Text size="sm">{t('bookings.guestCalls', { name: guest.name, number: call.number ?? '' })}</Text>;
  if (call !== null && call.number !== null) return <a href={telUri(call.number) ?? undefined}>{call.number}</a>;
  return value !== undefined && kind !== 'link' && <Text size="sm">{value}</Text>;
}
