import type { Onward } from '#api/pages/schema.ts';
import type { TimeTexts } from '#domain/time-texts.ts';
import { useTimeTexts } from '../date-text.ts';
import { LinkedText } from '../../shared/linked-text.tsx';
import { CalendarIcon, CheckIcon, ClockIcon, CrossIcon, GlobeIcon, HourglassIcon, PersonIcon } from '../icons.tsx';
import { useNow } from '../keep-fresh.ts';
import { usePageWords } from '../page-context.tsx';
import { useFocusOn } from '../shell.tsx';
import { name, rich, t, time } from '../t.ts';
import { StepLink, useQuery, useSameLanguage } from '../url-state.tsx';
import { AddToCalendar } from './add-to-calendar.tsx';
import type { ChangeProps } from './change.tsx';
import { Conference } from './conference.tsx';
import { headlineOf, type Tone } from './headline.ts';
import { LeadOnward } from './onward.tsx';
import { Reminders } from './reminders.tsx';
import { isAhead, isHeld, mayChange } from './use-booking.ts';
import { WithdrawNewTime } from './withdraw.tsx';
import { YourData } from './your-data.tsx';

interface Props extends ChangeProps {
  readonly zone: string;
  readonly onward: Onward | null;
  readonly onErased: () => void;
  /** Rescheduling or cancelling is likely to be the next step. */
  readonly onNearChange: () => void;
}

/** What is booked, and everything the guest can do about it. */
export function BookingDetails({ zone, onward, onErased, onNearChange, ...props }: Props) {
  const { booking } = props;
  const { host, guest, eventType, startsAt, previousStartsAt } = booking;
  const words = useTimeTexts(zone);
  const news = useQuery().get('news');
  const headline = headlineOf(booking, words, news);
  const heading = useFocusOn<HTMLHeadingElement>(
    `${booking.status} ${startsAt} ${booking.proposedStartsAt}`,
    news !== null,
  );
  const again = useSameLanguage(`/${encodeURIComponent(host.handle)}/${encodeURIComponent(eventType.slug)}`);
  const held = isHeld(booking);
  const isOff = headline.tone === 'ended';
  const now = useNow();
  const [ahead, isOpen] = [isAhead(booking, now), mayChange(booking, now)];
  usePageWords({
    title: t('booking.page', { state: headline.badge, title: eventType.title, host: host.name }),
    hidden: true,
  });
  return (
    <div className="card booking">
      <div className="booking-state">
        <StatusMark tone={headline.tone} />
        <p className={`badge ${headline.tone}`}>{headline.badge}</p>
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {headline.title}
      </h1>
      <p className="lead">{headline.text}</p>
      {onward === null || news !== 'booked' ? null : <LeadOnward onward={onward} />}
      {booking.thankYou === '' ? null : (
        <p className="description">
          <bdi>
            <LinkedText>{booking.thankYou}</LinkedText>
          </bdi>
        </p>
      )}
      {booking.hostNote === null ? null : (
        <p className="description">
          {rich('booking.wrote', { host: host.name, name })} <LinkedText>{booking.hostNote}</LinkedText>
        </p>
      )}
      {booking.rescheduleAsked && isOpen ? (
        <StepLink
          className="button primary"
          change={{ action: 'reschedule', news: null }}
          onPointerEnter={onNearChange}
          onFocus={onNearChange}
        >
          {t('booking.chooseAnother')}
        </StepLink>
      ) : null}
      <section className="ticket" aria-labelledby="what">
        <h2 id="what">
          <bdi>{eventType.title}</bdi>
        </h2>
        <ul className="facts">
          <li>
            <CalendarIcon />
            <span className={isOff ? 'struck' : undefined}>
              {previousStartsAt === null || !held ? null : (
                <>
                  <span className="visually-hidden">{`${t('booking.was')} `}</span>
                  <del translate="no">{words.short(previousStartsAt)}</del>
                  <br />
                </>
              )}
              <strong translate="no">{words.day(startsAt)}</strong>
            </span>
          </li>
          <li>
            <ClockIcon />
            <span className={isOff ? 'struck' : undefined}>
              <strong translate="no">{words.span(booking)}</strong>
            </span>
          </li>
          <li>
            <GlobeIcon />
            <span translate="no">{words.zoneAt(startsAt)}</span>
          </li>
          {booking.proposedStartsAt === null ? null : (
            <li>
              <HourglassIcon />
              <span>
                <span className="soft">{t('booking.requested')}</span>
                <br />
                <span translate="no">{words.full(booking.proposedStartsAt)}</span>
              </span>
            </li>
          )}
          <li>
            <PersonIcon />
            <span>
              <bdi translate="no">{host.name}</bdi> <span className="soft">{t('booking.host')}</span>
              <br />
              <bdi translate="no">{guest.name}</bdi>{' '}
              <span className="soft" translate="no">
                {guest.email}
              </span>
            </span>
          </li>
          {booking.guests.length === 0 ? null : (
            <li>
              <PersonIcon />
              <span>
                <span className="soft">{t('booking.guests', { count: booking.guests.length })}</span>
                {booking.guests.map(({ email, name }) => (
                  <span key={email} translate="no">
                    <br />
                    <bdi>{name ?? email}</bdi> {name === null ? null : <span className="soft">{email}</span>}
                  </span>
                ))}
              </span>
            </li>
          )}
          <Conference booking={booking} />
        </ul>
        <Answers booking={booking} />
      </section>
      {booking.proposedStartsAt === null || !ahead ? null : <WithdrawNewTime {...props} />}
      {held ? (
        <>
          {booking.status === 'confirmed' ? <AddToCalendar booking={booking} /> : null}
          {ahead && !isOpen ? <TooLateToChange booking={booking} /> : null}
          {isOpen ? <Changes onNearChange={onNearChange} until={untilText(booking, words)} /> : null}
          <Reminders {...props} zone={zone} />
        </>
      ) : (
        <a className="button primary" href={again}>
          {t('booking.bookAnother')}
        </a>
      )}
      <YourData booking={booking} onErased={onErased} />
    </div>
  );
}

/** What the guest answered when booking. */
function Answers({ booking: { guest } }: Pick<Props, 'booking'>) {
  if (guest.answers.length === 0) return null;
  return (
    <dl className="answers">
      {guest.answers.map(({ questionId, label, value }) => (
        <div key={questionId}>
          <dt>
            <bdi>{label}</bdi>
          </dt>
          <dd>
            <bdi>
              <LinkedText>{typeof value === 'boolean' ? t(value ? 'booking.yes' : 'booking.no') : value}</LinkedText>
            </bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Until when it can be changed, where that is earlier than its start; null elsewhere. */
const untilText = ({ changeableUntil, startsAt }: Props['booking'], words: TimeTexts): string | null =>
  Date.parse(changeableUntil) < Date.parse(startsAt) ? words.short(changeableUntil) : null;

function TooLateToChange({ booking }: Pick<Props, 'booking'>) {
  return (
    <section className="change" aria-labelledby="change">
      <h2 id="change">{t('booking.change')}</h2>
      <p>{rich('booking.tooLate', { host: booking.host.name, name })}</p>
    </section>
  );
}

interface ChangesProps extends Pick<Props, 'onNearChange'> {
  /** The last moment for it; null: the start. */
  readonly until: string | null;
}

function Changes({ onNearChange, until }: ChangesProps) {
  return (
    <section className="change" aria-labelledby="change">
      <h2 id="change">{t('booking.change')}</h2>
      <div className="buttons">
        <StepLink
          className="button"
          change={{ action: 'reschedule', news: null }}
          onPointerEnter={onNearChange}
          onFocus={onNearChange}
        >
          {t('reschedule.button')}
        </StepLink>
        <StepLink
          className="button"
          change={{ action: 'cancel', news: null }}
          onPointerEnter={onNearChange}
          onFocus={onNearChange}
        >
          {t('cancel.open')}
        </StepLink>
      </div>
      {until === null ? null : <p className="small soft">{rich('booking.until', { moment: until, time })}</p>}
    </section>
  );
}

/** The booking's state as a picture; the words beside it say the same. */
export function StatusMark({ tone }: { readonly tone: Tone }) {
  const Icon = { good: CheckIcon, waiting: HourglassIcon, ended: CrossIcon }[tone];
  return (
    <span className={`status-mark ${tone}`} aria-hidden="true">
      <Icon />
    </span>
  );
}
