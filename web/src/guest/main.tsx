import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { loadBookingPage } from './booking/load-page.ts';
import { usePath } from './data/address.ts';
import { EventPage } from './event/page.tsx';
import { BookingSkeleton } from './parts/skeletons.tsx';
import { HostPage } from './host-page/page.tsx';
import { PageFailed } from './parts/page-failed.tsx';
import { PlainMessage, Shell } from './parts/shell.tsx';
import './styles/guest.css';

const BookingPage = lazy(async () => ({ default: (await loadBookingPage()).BookingPage }));
// Guests who come by a mail's link need this page at once.
if (location.pathname.startsWith('/booking/')) void loadBookingPage();

/** Which page an address means; each page starts afresh when its address changes. */
function Page() {
  const path = usePath();
  const [first, second, ...more] = path.split('/').slice(1).filter(Boolean).map(decoded);
  if (first === undefined || more.length > 0) return <PlainMessage title="This page does not exist" />;
  if (first === 'booking' && second !== undefined)
    return (
      <Suspense fallback={<BookingSkeleton />}>
        <BookingPage key={path} token={second} />
      </Suspense>
    );
  if (second === undefined) return <HostPage key={path} handle={first} />;
  return <EventPage key={path} handle={first} slug={second} />;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

createRoot(document.querySelector('#root')!).render(
  <Shell>
    <PageFailed>
      <Page />
    </PageFailed>
  </Shell>,
);
