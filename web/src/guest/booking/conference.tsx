import { phoneCallOf, telUri } from '#domain/phone-call.ts';
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
  const { conference, host, status } = booking;
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
      return status === 'pending' && booking.phone === null ? (
        <span className="soft">You’ll get the details as soon as {host.name} confirms.</span>
      ) : (
        <Place booking={booking} />
      );
  }
}

function Place({ booking: { eventType, host, phone } }: { readonly booking: Booking }) {
  const call = phoneCallOf(eventType.location, phone);
  if (call?.caller === 'guest' && call.number !== null) return <PhoneLink number={call.number} />;
  if (call !== null)
    return (
      <span className="soft">
        {host.name} will call you{call.number === null ? '.' : ' at '}
        {call.number === null ? null : <span translate="no">{call.number}</span>}
      </span>
    );
  return <span className="soft">{eventType.location.value || `${host.name} will tell you where.`}</span>;
}

function PhoneLink({ number }: { readonly number: string }) {
  const href = telUri(number);
  if (href === null) return <span className="soft">{number}</span>;
  return (
    <a href={href} translate="no">
      {number}
    </a>
  );
}
