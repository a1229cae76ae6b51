import { hydrate } from '../hydrate.tsx';
import { EventPage } from './page.tsx';

hydrate('event', (view) => <EventPage view={view} />);
