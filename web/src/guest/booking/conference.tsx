import { PlaceMark } from '../icons.tsx';
import { type Booking, isHeld } from './use-booking.ts';

/** Where the meeting is, and the state of its link. */
export function Conference({ booking }: { readonly booking: Booking }) {
  const { kind, name } = booking.eventType.location;
  return (
    <li>
      <PlaceMark kind={kind} />
      <div className="conference">
        {name}
        <ConferenceState booking={booking} />
      </div>
    </li>
  );
}

function ConferenceState({ booking }: { readonly booking: Booking }) {
  const { conference, eventType, host, status } = booking;
  if (!isHeld(booking)) return null;
  switch (conference.status) {
    case 'ready':
      return conference.joinUrl === null ? null : (
        <>
          <a className="button primary join" href={conference.joinUrl} rel="noopener noreferrer" target="_blank">
            Join the meeting<span className="visually-hidden"> (opens in a new tab)</span>
          </a>
          <span className="link-text" translate="no">
            {conference.joinUrl}
          </span>
        </>
      );
    case 'pending':
      return status === 'pending' ? (
        <span className="soft">You’ll get the link as soon as {host.name} confirms.</span>
      ) : (
        <span className="making">
          <span className="dots" aria-hidden="true" />
          <span>We’ll email you the link. It appears here too as soon as it is ready.</span>
        </span>
      );
    case 'unavailable':
    case 'failed':
      return <span className="soft">{host.name} will send you the link. Your booking is valid.</span>;
    case 'none':
      return status === 'pending' ? (
        <span className="soft">You’ll get the details as soon as {host.name} confirms.</span>
      ) : (
        <LocationValue value={eventType.location.value} kind={eventType.location.kind} host={host.name} />
      );
  }
}

function LocationValue({ value, kind, host }: { value: string | undefined; kind: string; host: string }) {
  if (value) return <span className="soft">{value}</span>;
  if (kind === 'phone') return <span className="soft">{host} will call you or send you the number.</span>;
  return <span className="soft">{host} will tell you where.</span>;
}
