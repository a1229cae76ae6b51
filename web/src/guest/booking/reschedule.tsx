import type { Ref } from 'react';
import type { Times } from '#api/pages/schema.ts';
import { isProblem } from '../../shared/api.ts';
import { knownZone } from '../../shared/zones.ts';
import { Picker } from '../calendar/picker.tsx';
import { type Picking, usePicking } from '../calendar/use-picking.ts';
import { useReader } from '../clock.tsx';
import { SlotGone, useSlotGone } from '../event/slot-gone.tsx';
import { EventSummary } from '../event/summary.tsx';
import { CalendarIcon } from '../icons.tsx';
import { usePageWords } from '../page-context.tsx';
import { useFocusOn } from '../shell.tsx';
import { t } from '../t.ts';
import { StepLink } from '../url-state.tsx';
import { ChangeForm, ChangeProblem, type ChangeProps, useChange } from './change.tsx';
import { reasonIn, ReasonField } from './reason-field.tsx';
import { TO_BOOKING } from './use-booking.ts';

export interface RescheduleProps extends ChangeProps {
  /** Free times that came with the page. */
  readonly times: Times | null;
}

/** Another time for a booking: the same calendar, then one button. The former time stays in view, struck through. */
export function RescheduleBooking({ times, ...props }: RescheduleProps) {
  const { booking } = props;
  const { host, eventType, startsAt, guest, token } = booking;
  const asks = booking.status === 'confirmed' && booking.requiresConfirmation;
  const picking = usePicking({ handle: host.handle, slug: eventType.slug, booking: token }, times, {
    zone: knownZone(guest.timeZone),
    startsAt,
  });
  const { slot, words } = picking;
  const heading = useFocusOn<HTMLHeadingElement>(slot === null ? 'time' : 'confirm');
  usePageWords({ title: t('reschedule.page', { title: eventType.title }), hidden: true });
  const isStruck = slot !== null && !asks;

  return (
    <div className={`card columns step-${slot === null ? 'time' : 'details'}`}>
      <EventSummary host={host} eventType={eventType} {...(slot === null ? { headingRef: heading } : {})}>
        <ul className="facts chosen">
          <li>
            <CalendarIcon />
            <span>
              <span className="soft">{t(isStruck ? 'booking.was' : 'booking.now')}</span>
              <br />
              {isStruck ? (
                <del translate="no">{words.short(startsAt)}</del>
              ) : (
                <span translate="no">{words.short(startsAt)}</span>
              )}
            </span>
          </li>
        </ul>
        <StepLink className="button" change={TO_BOOKING}>
          {t('reschedule.keep')}
        </StepLink>
      </EventSummary>
      {slot === null ? (
        <Picker picking={picking} present={startsAt} />
      ) : (
        <ConfirmNewTime {...props} picking={picking} slot={slot} asks={asks} headingRef={heading} />
      )}
    </div>
  );
}

interface ConfirmProps extends ChangeProps {
  readonly picking: Picking;
  readonly slot: string;
  /** Whether the host is asked first. */
  readonly asks: boolean;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

function ConfirmNewTime({ picking, slot, asks, headingRef, ...props }: ConfirmProps) {
  const { startsAt, revision, host } = props.booking;
  const { words } = picking;
  const { locale, hourCycle } = useReader();
  // Where the host confirms each time of a booking that stands, it is asked for.
  const button = asks ? 'ask.button' : 'reschedule.button';
  const busy = asks ? 'ask.busy' : 'reschedule.busy';
  const change = useChange('reschedule', props);
  const gone = useSlotGone(slot, picking, { problem: change.problem, isSending: change.isBusy });

  async function reschedule(form: FormData) {
    if (gone) return;
    const writtenBy = { timeZone: words.zone, locale, hourCycle };
    await change.send({ startsAt: slot, revision, ...reasonIn(form), ...writtenBy }, ({ status, proposedStartsAt }) =>
      t(status === 'pending' || proposedStartsAt !== null ? 'ask.done' : 'reschedule.done'),
    );
  }

  return (
    <ChangeForm
      className="booking-form"
      change={change}
      hidden={{ startsAt: slot, timeZone: words.zone, revision }}
      onSend={reschedule}
    >
      <StepLink className="back" change={{ slot: null }}>
        {t('times.back')}
      </StepLink>
      <h2 ref={headingRef} tabIndex={-1}>
        {t(asks ? 'ask.title' : 'reschedule.title')}
      </h2>
      {gone ? (
        <SlotGone key={slot} slot={slot} picking={picking} kept="booking" isInForm={false} onLeave={change.forget} />
      ) : (
        <p className="lead">
          <span className="visually-hidden">{`${t('reschedule.from')} `}</span>
          {asks ? <span translate="no">{words.full(startsAt)}</span> : <del translate="no">{words.full(startsAt)}</del>}
          <br />
          <span className="visually-hidden">{`${t('reschedule.to')} `}</span>
          <strong translate="no">{words.full(slot)}</strong>
        </p>
      )}
      {asks && !gone ? <p>{t('ask.keeps', { host: host.name })}</p> : null}
      {gone ? null : <ReasonField {...props} change={change} />}
      {isProblem(change.problem, 'slot_taken', 'slot_unavailable') ? null : (
        <ChangeProblem title={t(asks ? 'ask.failed' : 'reschedule.failed')} problem={change.problem} />
      )}
      <button type="submit" className="button primary wide" aria-disabled={change.isBusy || gone}>
        {t(change.isBusy ? busy : button)}
      </button>
    </ChangeForm>
  );
}
