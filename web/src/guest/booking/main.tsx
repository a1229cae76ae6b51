import { hydrate } from '../hydrate.tsx';
import { BookingPage } from './page.tsx';

hydrate('booking', (view) => <BookingPage view={view} />);
