import { Badge, Button, Group, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import {
  type BookingLink,
  bookingLinksQuery,
  useAddBookingLink,
  useDeleteBookingLink,
} from '../../data/booking-links.ts';
import type { EventType } from '../../data/event-types.ts';
import { useHostZone } from '../../data/me.ts';
import { CopyLink } from '../../parts/copy-link.tsx';
import { dateOf } from '../../parts/dates.ts';
import { ticked, typed } from '../../parts/inputs.tsx';
import { Loading, PlainList } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { tellProblem } from '../../parts/tell.tsx';
import { t } from '../../text.ts';

const DAY_MS = 86_400_000;
const LIVES = [1, 7, 30, 90];
const NEVER = 'never';

/** Links by which the event type is booked once, or until a day: to make, to copy and to end. */
export function BookingLinksPanel({ eventType }: { readonly eventType: EventType }) {
  const links = useQuery(bookingLinksQuery(eventType.id));
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('share.links.hint')}
      </Text>
      <NewLink eventType={eventType} />
      {links.isPending && <Loading rows={2} height={44} />}
      {links.isError && <ProblemNotice error={links.error} onRetry={() => void links.refetch()} />}
      <PlainList>
        {links.data?.map((link) => (
          <Row key={link.id} eventTypeId={eventType.id} link={link} />
        ))}
      </PlainList>
    </Stack>
  );
}

function NewLink({ eventType }: { readonly eventType: EventType }) {
  const [name, setName] = useState('');
  const [singleUse, setSingleUse] = useState(true);
  const [life, setLife] = useState('30');
  const add = useAddBookingLink(eventType.id);
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = life === NEVER ? null : new Date(Date.now() + Number(life) * DAY_MS).toISOString();
    add.mutate({ name, singleUse, expiresAt }, { onSuccess: () => setName('') });
  };
  return (
    <Stack component="form" onSubmit={submitted} gap="sm">
      <TextInput
        label={t('share.links.name')}
        description={t('share.links.nameHint')}
        maxLength={100}
        value={name}
        onChange={typed(setName)}
      />
      <Switch label={t('share.links.singleUse')} checked={singleUse} onChange={ticked(setSingleUse)} />
      <NativeSelect
        label={t('share.links.expires')}
        value={life}
        onChange={({ currentTarget }) => setLife(currentTarget.value)}
        data={[
          ...LIVES.map((days) => ({ value: String(days), label: t('share.links.days', { days }) })),
          { value: NEVER, label: t('share.links.never') },
        ]}
      />
      {add.isError && <ProblemNotice error={add.error} />}
      <Group justify="flex-end">
        <Button type="submit" loading={add.isPending}>
          {t('share.links.create')}
        </Button>
      </Group>
    </Stack>
  );
}

interface RowProps {
  readonly eventTypeId: string;
  readonly link: BookingLink;
}

function Row({ eventTypeId, link }: RowProps) {
  const zone = useHostZone();
  const remove = useDeleteBookingLink(eventTypeId);
  const name = link.name || t('share.links.unnamed', { date: dateOf(link.createdAt, zone) });
  return (
    <Group component="li" justify="space-between" gap="xs">
      <div style={{ minWidth: 0, flex: '1 1 180px' }}>
        <Group gap="xs">
          <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <Badge variant="light" tt="none" color={link.isOpen ? 'pine' : 'gray'} c="inherit">
            {link.isOpen
              ? t('share.links.open')
              : link.usedAt === null
                ? t('share.links.expired')
                : t('share.links.used')}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {link.singleUse ? t('share.links.once') : t('share.links.often')}
          {link.expiresAt !== null &&
            link.isOpen &&
            ` · ${t('share.links.until', { date: dateOf(link.expiresAt, zone) })}`}
          {link.bookingId !== null && (
            <>
              {' · '}
              <Link to="/bookings/$id" params={{ id: link.bookingId }}>
                {t('share.links.booking')}
              </Link>
            </>
          )}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {link.isOpen && <CopyLink address={link.url} of={name} size="compact-md" />}
        <Button
          variant="subtle"
          size="compact-md"
          loading={remove.isPending}
          aria-label={t('share.links.deleteOne', { name })}
          onClick={() =>
            remove.mutate(link.id, { onError: (error) => tellProblem(t('share.links.notDeleted'), error) })
          }
        >
          {t('common.delete')}
        </Button>
      </Group>
    </Group>
  );
}
