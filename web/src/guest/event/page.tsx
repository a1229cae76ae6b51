import { Suspense, useState } from 'react';
import type { Draft, EventView } from '#api/pages/schema.ts';
import { browserZone, knownZone } from '../../shared/zones.ts';
import { Picker } from '../calendar/picker.tsx';
import { type Picking, usePicking } from '../calendar/use-picking.ts';
import { durationText } from '../date-text.ts';
import { type Part, useLive, useOfBrowser, usePageWords } from '../page-context.tsx';
import { useFocusOn } from '../shell.tsx';
import { t } from '../t.ts';
import type { DetailsProps } from './details-step.tsx';
import { chosenDuration, DurationChoice } from './durations.tsx';
import { placesText } from './places-text.ts';
import { EventSummary } from './summary.tsx';
import { useBookingAttempt } from './use-booking-attempt.ts';

interface Props {
  readonly view: EventView;
  readonly DetailsStep: Part<DetailsProps>;
}

/** `/:handle/:slug`: one event type. Two steps: a time, then who is coming. */
export function EventPage({ view, DetailsStep }: Props) {
  const { eventType, times, refused } = view;
  const { host, slug, title, description, durationMinutes, locations } = eventType;
  const facts = `${durationText(durationMinutes)}, ${placesText(locations)}.`;
  usePageWords({
    title: t('event.title', { title, host: host.name }),
    description: description === '' ? t('event.about', { facts }) : `${description} ${facts}`,
    hidden: refused !== null,
  });
  const hostZone = useLive() ? knownZone(eventType.timeZone) : eventType.timeZone;
  const own = useOfBrowser(browserZone, hostZone);
  const picking = usePicking({ handle: host.handle, slug, durationMinutes: chosenDuration(eventType) }, times, {
    zone: own ?? hostZone,
    isGuessed: own === null,
  });
  const path = `/api/v1/public/${encodeURIComponent(host.handle)}/${encodeURIComponent(slug)}/bookings`;
  // Both outlive the step: a time may be taken while the guest types.
  const attempt = useBookingAttempt(path, refused?.problem ?? null);
  const [draft, setDraft] = useState<Draft | null>(refused?.draft ?? null);

  if (picking.slot === null) return <TimeStep view={view} picking={picking} onNearDetails={DetailsStep.preload} />;
  return (
    <Suspense fallback={null}>
      <DetailsStep
        view={view}
        picking={picking}
        slot={picking.slot}
        attempt={attempt}
        draft={draft}
        onDraft={setDraft}
      />
    </Suspense>
  );
}

interface TimeStepProps {
  readonly view: EventView;
  readonly picking: Picking;
  /** The guest is about to choose. */
  readonly onNearDetails: (() => void) | undefined;
}

function TimeStep({ view: { eventType }, picking, onNearDetails }: TimeStepProps) {
  const heading = useFocusOn<HTMLHeadingElement>('time');
  return (
    <div className="card columns step-time" onPointerEnter={onNearDetails} onFocus={onNearDetails}>
      <EventSummary host={eventType.host} eventType={eventType} headingRef={heading}>
        <DurationChoice eventType={eventType} />
      </EventSummary>
      <Picker picking={picking} hostZone={eventType.timeZone} />
    </div>
  );
}
