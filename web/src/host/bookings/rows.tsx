import { Badge, Box, Button, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { BookingStatus, BookingSummary } from '../data/bookings.ts';
import { dayInWords, isoDateOf, momentOf, timesOf } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { locationIcon, useLocationName } from '../event-types/locations.ts';
import { Decide } from './actions.tsx';
import { rich, t, type Words } from '../text.ts';

/** Bookings in their order, under a heading a day. */
export function BookingRows({
  bookings,
  zone,
}: {
  readonly bookings: readonly BookingSummary[];
  readonly zone: string;
}) {
  const days = Map.groupBy(bookings, ({ startsAt }) => isoDateOf(startsAt, zone));
  return [...days].map(([date, ofDay]) => (
    <Fragment key={date}>
      <Box
        px={{ base: 'md', sm: 20 }}
        py={10}
        bg="var(--host-canvas)"
        style={{ borderBlock: '1px solid var(--host-line)', marginTop: -1 }}
      >
        <Title order={2} fz="sm" fw={600} translate="no">
          {dayInWords(ofDay[0]?.startsAt ?? '', zone)}
        </Title>
      </Box>
      <div>
        {ofDay.map((booking) => (
          <BookingRow key={booking.id} booking={booking} zone={zone} />
        ))}
      </div>
    </Fragment>
  ));
}

function BookingRow({ booking, zone }: { readonly booking: BookingSummary; readonly zone: string }) {
  const { id, status, guest, eventType, proposedStartsAt, noShow } = booking;
  const nameOf = useLocationName();
  const isOver = status !== 'confirmed' && status !== 'pending';
  return (
    <article className="booking-row" aria-label={`${guest.name}, ${eventType.title}`}>
      <Text fw={600} translate="no" className="times-of-row" {...(isOver ? { c: 'dimmed' } : {})}>
        {timesOf(booking, zone)}
      </Text>
      <Box miw={0}>
        <Text fw={600}>
          <Link to="/bookings/$id" params={{ id }} className="row-link" translate="no">
            {guest.name}
          </Link>
        </Text>
        <Group gap={6} c="dimmed" wrap="nowrap" align="flex-start">
          <Box mt={3}>
            <Icon name={locationIcon(eventType.location.kind)} size={15} />
          </Box>
          <Text size="sm">{`${eventType.title} · ${nameOf(eventType.location.kind)}`}</Text>
        </Group>
        {proposedStartsAt !== null && (
          <Text size="sm">{rich('bookings.asksFor', { time: momentOf(proposedStartsAt, zone) })}</Text>
        )}
      </Box>
      <Group gap="xs" className="above">
        <LinkBadge {...booking} />
        <Join booking={booking} />
        <Decide booking={booking} />
        {(isOver || noShow || status === 'pending') && <StatusBadge status={status} noShow={noShow} />}
      </Group>
    </article>
  );
}

/** Straight into the meeting. */
function Join({ booking: { status, guest, conference } }: { readonly booking: BookingSummary }) {
  if (status !== 'confirmed' || conference.joinUrl === null) return null;
  return (
    <Button
      component="a"
      href={conference.joinUrl}
      target="_blank"
      rel="noreferrer"
      variant="default"
      size="xs"
      aria-label={t('bookings.joinLabel', { name: guest.name })}
    >
      {t('bookings.join')}
    </Button>
  );
}

const WORDS: Record<BookingStatus, { readonly text: Words; readonly color: string }> = {
  pending: { text: 'bookings.status.pending', color: 'yellow' },
  confirmed: { text: 'bookings.status.confirmed', color: 'pine' },
  declined: { text: 'bookings.status.declined', color: 'gray' },
  expired: { text: 'bookings.status.expired', color: 'gray' },
  cancelled: { text: 'bookings.status.cancelled', color: 'gray' },
  completed: { text: 'bookings.status.completed', color: 'gray' },
};

const NO_SHOW = { text: 'bookings.status.noShow', color: 'yellow' } as const;

/** A booking's state in a word. */
export function StatusBadge({
  status,
  proposedStartsAt,
  noShow = false,
}: {
  readonly status: BookingStatus;
  readonly proposedStartsAt?: string | null;
  readonly noShow?: boolean;
}) {
  const { text, color } = noShow ? NO_SHOW : proposedStartsAt ? WORDS.pending : WORDS[status];
  return (
    <Badge color={color} c="inherit">
      {t(text)}
    </Badge>
  );
}

/** What needs the host's eye about a booking's link; nothing when all is well. */
function LinkBadge({ status, conference }: Pick<BookingSummary, 'status' | 'conference'>) {
  if (status !== 'confirmed') return null;
  if (conference.status === 'unavailable' || conference.status === 'failed')
    return (
      <Badge color="red" c="inherit">
        {t('bookings.noLink')}
      </Badge>
    );
  if (conference.status === 'pending')
    return (
      <Badge color="blue" c="inherit">
        {conference.problem === null ? t('bookings.creatingLink') : t('bookings.waitingForLink')}
      </Badge>
    );
  return null;
}
