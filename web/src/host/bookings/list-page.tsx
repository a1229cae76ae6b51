import { Button, Group, Paper, Tabs, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { bookingsQuery, type BookingsView, csvAddress, useRequestCount } from '../data/bookings.ts';
import { meQuery, useHostZone } from '../data/me.ts';
import { FirstRun } from '../first-run/first-run.tsx';
import { todayIn } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { Empty, Loading, Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { typed } from '../parts/inputs.tsx';
import { ZoneNote } from '../parts/zone-select.tsx';
import { BookForGuest } from './book-for-guest.tsx';
import { Narrowing } from './narrowing.tsx';
import { BookingRows } from './rows.tsx';
import { WeekLink } from './week-link.tsx';
import { WeekPage } from './week-page.tsx';
import { CopyLink } from '../parts/copy-link.tsx';
import { eventTypesQuery } from '../data/event-types.ts';
import { t, type Words } from '../text.ts';

const route = getRouteApi('/inside/bookings');

const VIEWS: { value: Exclude<BookingsView, 'calendar'>; label: Words }[] = [
  { value: 'upcoming', label: 'bookings.upcoming' },
  { value: 'pending', label: 'bookings.pending' },
  { value: 'past', label: 'bookings.past' },
  { value: 'cancelled', label: 'bookings.viewCancelled' },
];

/** Everything guests have booked, as lists or a week as a calendar. */
export function BookingsPage() {
  const { week } = route.useSearch();
  return week === undefined ? <BookingLists /> : <WeekPage date={week} />;
}

function BookingLists() {
  const { view = 'upcoming', q = '', eventType, from, to } = route.useSearch();
  const navigate = route.useNavigate();
  const zone = useHostZone();
  const filter = { view, q, eventType, from, to, timeZone: zone };
  const bookings = useInfiniteQuery(bookingsQuery(filter));
  const waiting = useRequestCount();
  const items = bookings.data?.pages.flatMap((page) => page.items) ?? [];
  const show = (view: Exclude<BookingsView, 'calendar'>) =>
    void navigate({ search: (before) => ({ ...before, view }) });
  return (
    <Page
      title={t('shell.bookings')}
      intro={<ZoneNote zone={zone} />}
      actions={
        <>
          <WeekLink date={todayIn(zone)} leftSection={<Icon name="calendar" size={16} />}>
            {t('bookings.week')}
          </WeekLink>
          <BookForGuest zone={zone} />
          {items.length > 0 && (
            <Button
              component="a"
              href={csvAddress(filter)}
              download
              variant="default"
              leftSection={<Icon name="download" size={16} />}
            >
              {t('bookings.export')}
            </Button>
          )}
        </>
      }
    >
      <FirstRun />
      <Tabs
        value={view}
        onChange={(next) => next !== null && show(next as Exclude<BookingsView, 'calendar'>)}
        keepMounted={false}
      >
        <Group justify="space-between" gap="md" mb="md" align="flex-end">
          <Tabs.List className="no-wrap-scroll" style={{ flexWrap: 'nowrap' }} aria-label={t('bookings.which')}>
            {VIEWS.map(({ value, label }) => (
              <Tabs.Tab key={value} value={value} px={{ base: 8, xs: 'sm' }}>
                {value === 'pending' && waiting !== '' ? `${t(label)} (${waiting})` : t(label)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Search q={q} onSearch={(q) => void navigate({ search: (before) => ({ ...before, q }), replace: true })} />
        </Group>
        <Narrowing
          values={{ eventType, from, to }}
          onChange={(next) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true })}
        />
        <Tabs.Panel value={view}>
          {bookings.isPending && <Loading rows={4} />}
          {bookings.isError && items.length === 0 && (
            <ProblemNotice
              error={bookings.error}
              onRetry={() => void bookings.refetch()}
              retrying={bookings.isFetching}
            />
          )}
          {bookings.isSuccess && items.length === 0 && (
            <NoBookings view={view} q={q} isNarrowed={(eventType ?? from ?? to) !== undefined} />
          )}
          {items.length > 0 && (
            <Paper withBorder style={{ overflow: 'hidden' }}>
              <BookingRows bookings={items} zone={zone} />
            </Paper>
          )}
          {bookings.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              onClick={() => void bookings.fetchNextPage()}
              loading={bookings.isFetchingNextPage}
            >
              {t('bookings.showMore')}
            </Button>
          )}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Search({ q, onSearch }: { readonly q: string; readonly onSearch: (q: string) => void }) {
  const [text, setText] = useState(q);
  const [seen, setSeen] = useState(q);
  const [asked, setAsked] = useState(q);
  // Back and forward change what is searched, too; what this field asked for itself does not come back into it.
  if (asked !== q && seen !== q) setText(q);
  if (seen !== q) setSeen(q);
  const search = useDebouncedCallback((q: string) => {
    setAsked(q);
    onSearch(q);
  }, 250);
  return (
    <TextInput
      type="search"
      aria-label={t('bookings.searchLabel')}
      placeholder={t('bookings.searchHint')}
      leftSection={<Icon name="search" size={16} />}
      flex="1 1 200px"
      maw={{ sm: 280 }}
      value={text}
      onChange={typed((next) => {
        setText(next);
        search(next.trim());
      })}
    />
  );
}

/** An empty list, and what to do about it. */
function NoBookings({
  view,
  q,
  isNarrowed,
}: {
  view: Exclude<BookingsView, 'calendar'>;
  q: string;
  isNarrowed: boolean;
}) {
  if (isNarrowed)
    return (
      <Empty icon="search" title={t('bookings.noMatch')}>
        {t('bookings.noMatchHint')}
      </Empty>
    );
  if (q !== '')
    return (
      <Empty icon="search" title={t('bookings.notFound', { words: q })}>
        {t('bookings.notFoundHint')}
      </Empty>
    );
  switch (view) {
    case 'upcoming':
      return <NoUpcoming />;
    case 'pending':
      return (
        <Empty
          icon="check"
          title={t('bookings.noRequests')}
          action={
            <Button component={Link} to="/scheduler/event-types" variant="default">
              {t('common.yourEventTypes')}
            </Button>
          }
        >
          {t('bookings.noRequestsHint')}
        </Empty>
      );
    case 'past':
      return (
        <Empty icon="clock" title={t('bookings.noPast')}>
          {t('bookings.noPastHint')}
        </Empty>
      );
    case 'cancelled':
      return (
        <Empty icon="close" title={t('bookings.noCancelled')}>
          {t('bookings.noCancelledHint')}
        </Empty>
      );
  }
}

/** A page without anything to book is not worth sharing: first there must be an event type. */
function NoUpcoming() {
  const me = useQuery(meQuery).data;
  const eventTypes = useQuery(eventTypesQuery).data;
  const isBookable = eventTypes?.some(({ published, archived }) => published && !archived) ?? true;
  if (!isBookable)
    return (
      <Empty
        icon="calendar"
        title={t('bookings.noUpcoming')}
        action={
          <Button component={Link} to="/scheduler/event-types">
            {t('common.yourEventTypes')}
          </Button>
        }
      >
        {t('bookings.makeLive')}
      </Empty>
    );
  return (
    <Empty
      icon="calendar"
      title={t('bookings.noUpcoming')}
      action={
        me && (
          <CopyLink address={`${window.location.origin}/${me.handle}`} of={t('bookings.yourPage')} variant="filled" />
        )
      }
    >
      {t('bookings.sharePage')}
    </Empty>
  );
}
