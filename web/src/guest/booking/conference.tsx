import { phoneCallOf, telUri } from '#domain/phone-call.ts';
import { placeName } from '../event/places-text.ts';
import { PlaceMark } from '../icons.tsx';
import { rich, t, time } from '../t.ts';
import { type Booking, isHeld } from './use-booking.ts';

/** Where the meeting is, and the state of its link. */
export function Conference({ booking }: { readonly booking: Booking }) {
  const { location } = booking.eventType;
  return (
    <li>
      <PlaceMark kind={location.kind} />
      <div className="conference">
        {placeName(location)}
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
            {t('link.join')}
            <span className="visually-hidden">{` ${t('shell.newTab')}`}</span>
          </a>
          <span className="link-text" translate="no">
            {conference.joinUrl}
          </span>
        </>
      );
    case 'pending':
      return status === 'pending' ? (
        <span className="soft">{t('link.afterConfirming', { host: host.name })}</span>
      ) : (
        <span className="making">
          <span className="dots" aria-hidden="true" />
          <span>{t('link.coming')}</span>
        </span>
      );
    case 'unavailable':
    case 'failed':
      return <span className="soft">{t('link.fromHost', { host: host.name })}</span>;
    case 'none':
      return status === 'pending' && booking.phone === null ? (
        <span className="soft">{t('place.afterConfirming', { host: host.name })}</span>
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
        {call.number === null
          ? t('place.hostCalls', { host: host.name })
          : rich('place.hostCallsAt', { host: host.name, phone: call.number, number: time })}
      </span>
    );
  return <span className="soft">{eventType.location.value || t('place.fromHost', { host: host.name })}</span>;
}

function PhoneLink({ number }: { readonly number: string }) {
  const href = telUri(number);
  if (href === null) return <span className="soft">{number}</span>;
  return (
    <a href={href} translate="no" dir="ltr">
      {number}
    </a>
  );
}
