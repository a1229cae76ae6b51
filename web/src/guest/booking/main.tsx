import { hydrate, lazyPart } from '../hydrate.tsx';
import { BookingPage } from './page.tsx';

const RescheduleBooking = lazyPart(async () => (await import('./reschedule.tsx')).RescheduleBooking);
const CancelBooking = lazyPart(async () => (await import('./cancel.tsx')).CancelBooking);

void hydrate('booking', (view) => (
  <BookingPage view={view} RescheduleBooking={RescheduleBooking} CancelBooking={CancelBooking} />
));
