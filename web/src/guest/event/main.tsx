import { hydrate, lazyPart } from '../hydrate.tsx';
import { EventPage } from './page.tsx';

const DetailsStep = lazyPart(async () => (await import('./details-step.tsx')).DetailsStep);

void hydrate('event', (view) => <EventPage view={view} DetailsStep={DetailsStep} />);
