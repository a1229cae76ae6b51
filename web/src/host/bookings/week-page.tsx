import { Button, Group, Paper } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { addDays, weekdayOf } from '../../shared/iso-days.ts';
import { bookingsQuery } from '../data/bookings.ts';
import { useHostZone } from '../data/me.ts';
import { longDate, todayIn } from '../parts/dates.ts';
import { WEEK_START } from '../writing.ts';
import { Icon } from '../parts/icons.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ZoneNote } from '../parts/zone-select.tsx';
import { WeekLink } from './week-link.tsx';
import { WeekCalendar } from './week-calendar.tsx';
import { t } from '../text.ts';

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The bookings of the week that a date is in, as a calendar. */
export function WeekPage({ date }: { readonly date: string }) {
  const zone = useHostZone();
  const within = isDate(date) ? date : todayIn(zone);
  const first = addDays(within, -((weekdayOf(within) - WEEK_START + 7) % 7));
  const days = Array.from({ length: 7 }, (_, day) => addDays(first, day));
  const last = addDays(first, 6);
  const bookings = useInfiniteQuery(bookingsQuery({ view: 'calendar', q: '', from: first, to: last, timeZone: zone }));
  const { hasNextPage, isFetching, fetchNextPage } = bookings;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return (
    <Page
      title={t('bookings.week')}
      intro={<ZoneNote zone={zone} />}
      actions={
        <Button component={Link} to="/bookings" variant="default" leftSection={<Icon name="back" size={16} />}>
          {t('bookings.all')}
        </Button>
      }
    >
      <Group justify="space-between" gap="sm" mb="md">
        <strong translate="no">{`${longDate(first)} – ${longDate(last)}`}</strong>
        <Group gap="xs">
          <WeekLink date={addDays(first, -7)}>{t('bookings.previousWeek')}</WeekLink>
          <WeekLink date={todayIn(zone)}>{t('bookings.thisWeek')}</WeekLink>
          <WeekLink date={addDays(first, 7)}>{t('bookings.nextWeek')}</WeekLink>
        </Group>
      </Group>
      {bookings.isPending && <Loading rows={4} />}
      {bookings.isError && <ProblemNotice error={bookings.error} onRetry={() => void bookings.refetch()} />}
      {bookings.isSuccess && (
        <Paper withBorder style={{ overflow: 'hidden' }}>
          <WeekCalendar days={days} bookings={bookings.data.pages.flatMap((page) => page.items)} zone={zone} />
        </Paper>
      )}
    </Page>
  );
}
