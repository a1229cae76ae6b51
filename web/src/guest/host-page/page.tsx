import type { PublicHost } from '#api/guest/schema.ts';
import { isProblem } from '../../shared/api.ts';
import { useResource } from '../data/use-resource.ts';
import { initialsOf } from '../event/summary.tsx';
import { ClockIcon, RightIcon } from '../parts/icons.tsx';
import { PlaceMark, placeName } from '../parts/place.tsx';
import { NotArrived } from '../parts/not-arrived.tsx';
import { PlainMessage, usePageTitle } from '../parts/shell.tsx';
import { HostSkeleton } from '../parts/skeletons.tsx';
import { durationText } from '../times/words.ts';

/** `/:handle`: what can be booked with a host. */
export function HostPage({ handle }: { readonly handle: string }) {
  const { data: host, problem, retry } = useResource<PublicHost>(`/api/v1/public/${encodeURIComponent(handle)}`);
  if (host !== undefined) return <EventTypes host={host} />;
  if (isProblem(problem, 'not_found'))
    return (
      <PlainMessage title="This page does not exist">
        <p>Nobody has a booking page at this address. Please check the link you were given.</p>
      </PlainMessage>
    );
  if (problem !== null) return <NotArrived problem={problem} onRetry={retry} />;
  return <HostSkeleton />;
}

function EventTypes({ host: { name, handle, eventTypes } }: { readonly host: PublicHost }) {
  usePageTitle(`Book a time with ${name}`);
  return (
    <div className="host-page">
      <span className="avatar large" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <h1>{name}</h1>
      {eventTypes.length === 0 ? (
        <p className="soft">{name} has nothing open for booking at present. Please look in again later.</p>
      ) : (
        <>
          <p className="soft">Choose what to book; the next page shows the free times.</p>
          <ul className="event-types">
            {eventTypes.map(({ slug, title, description, durationMinutes, location }) => (
              <li key={slug} className="event-type">
                <h2>
                  <a href={`/${encodeURIComponent(handle)}/${encodeURIComponent(slug)}${window.location.search}`}>
                    {title}
                  </a>
                </h2>
                {description === '' ? null : <p className="clamped">{description}</p>}
                <ul className="facts inline">
                  <li>
                    <ClockIcon />
                    {durationText(durationMinutes)}
                  </li>
                  <li>
                    <PlaceMark kind={location.kind} />
                    {placeName(location.kind)}
                  </li>
                </ul>
                <RightIcon />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
