import { hydrate, lazyPart } from '../hydrate.tsx';
import { BookingPage } from './page.tsx';

const RescheduleBooking = lazyPart(async () => (await import('./reschedule.tsx')).RescheduleBooking);

hydrate('booking', (view) => <BookingPage view={view} RescheduleBooking={RescheduleBooking} />);
