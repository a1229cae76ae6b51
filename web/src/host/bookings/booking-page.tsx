import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { bookingQuery } from '../data/bookings.ts';
import { useHostZone } from '../data/me.ts';
import { Icon } from '../parts/icons.tsx';
import { Loading, NotThere, Page, Section } from '../parts/page.tsx';
import { ZoneNote } from '../parts/zone-select.tsx';
import { BookingFacts } from './facts.tsx';
import { BookingTimeline, MailProblems } from './timeline.tsx';
import { LinkSection } from './link-section.tsx';
import { BookingActions } from './actions.tsx';
import { NotesSection } from './notes-section.tsx';
import { t } from '../text.ts';

const route = getRouteApi('/inside/bookings/$id');

/** One booking: what it is, its link, what can be done, and everything that happened. */
export function BookingPage() {
  const { id } = route.useParams();
  const booking = useQuery(bookingQuery(id));
  const zone = useHostZone();
  const { data } = booking;
  return (
    <Page
      title={data ? t('bookings.with', { title: data.eventType.title, name: data.guest.name }) : t('bookings.booking')}
      intro={data && <ZoneNote zone={zone} />}
      actions={
        <Button component={Link} to="/bookings" variant="default" leftSection={<Icon name="back" size={16} />}>
          {t('bookings.all')}
        </Button>
      }
    >
      {booking.isPending && <Loading rows={3} height={180} />}
      {booking.isError && data === undefined && (
        <NotThere
          error={booking.error}
          what="booking"
          onRetry={() => void booking.refetch()}
          retrying={booking.isFetching}
        />
      )}
      {data && (
        <div className="booking-columns">
          <div style={{ display: 'grid', gap: 24, minWidth: 0 }}>
            <BookingFacts booking={data} zone={zone}>
              <BookingActions booking={data} zone={zone} />
            </BookingFacts>
            <LinkSection booking={data} />
            <MailProblems booking={data} />
            <NotesSection booking={data} key={data.id} />
          </div>
          <Section title={t('bookings.activity')}>
            <BookingTimeline timeline={data.timeline} zone={zone} />
          </Section>
        </div>
      )}
    </Page>
  );
}
