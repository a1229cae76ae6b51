import type { ReactNode, Ref } from 'react';
import type { ShownHost } from '#api/guest/schema.ts';
import { durationText, noticeText } from '../date-text.ts';
import { CalendarIcon, ClockIcon, HourglassIcon, PlaceMark } from '../icons.tsx';
import { t } from '../t.ts';
import { useSameLanguage } from '../url-state.tsx';
import { placesText } from './places-text.ts';

interface Props {
  readonly host: Pick<ShownHost, 'name' | 'handle' | 'bio' | 'photo'>;
  readonly eventType: {
    readonly title: string;
    readonly durationMinutes: number;
    readonly location: { readonly kind: string; readonly name: string };
    /** Where the guest can choose among several. */
    readonly locations?: Parameters<typeof placesText>[0];
    readonly description?: string;
    readonly requiresConfirmation?: boolean;
    /** Until how long before the start guests may change a booking; 0: until the start. */
    readonly changeNoticeMinutes?: number;
  };
  readonly headingRef?: Ref<HTMLHeadingElement>;
  readonly children?: ReactNode;
}

/** Who, what, how long and where: beside every step of a booking. */
export function EventSummary({ host, eventType, headingRef, children }: Props) {
  const { title, durationMinutes, location, description = '', requiresConfirmation = false } = eventType;
  const { changeNoticeMinutes = 0 } = eventType;
  return (
    <div className="summary">
      <p className="host" translate="no">
        <Avatar host={host} />
        <a href={useSameLanguage(`/${host.handle}`)}>{host.name}</a>
      </p>
      {host.bio === '' ? null : (
        <p className="small soft">
          <bdi>{host.bio}</bdi>
        </p>
      )}
      <h1 ref={headingRef} tabIndex={-1}>
        <bdi>{title}</bdi>
      </h1>
      <ul className="facts">
        <li>
          <ClockIcon />
          {durationText(durationMinutes)}
        </li>
        <li>
          <PlaceMark kind={location.kind} />
          {placesText(eventType.locations ?? [location])}
        </li>
        {requiresConfirmation ? (
          <li>
            <HourglassIcon />
            <span>{t('event.requiresConfirmation', { host: host.name })}</span>
          </li>
        ) : null}
        {changeNoticeMinutes === 0 ? null : (
          <li>
            <CalendarIcon />
            {t('event.changeNotice', { duration: noticeText(changeNoticeMinutes) })}
          </li>
        )}
      </ul>
      {description === '' ? null : <Description text={description} />}
      {children}
    </div>
  );
}

/** Longer than four lines of a phone. */
const isLong = (text: string) => text.length > 240 || text.split('\n').length > 4;

/** What the host says of it. On phones only its beginning, until the guest wants more: the times are what they came for. */
function Description({ text }: { readonly text: string }) {
  return (
    <div className="described">
      {isLong(text) ? (
        <details className="more">
          <summary>
            <span className="if-closed">{t('event.more')}</span>
            <span className="if-open">{t('event.less')}</span>
          </summary>
        </details>
      ) : null}
      <p className="description">
        <bdi>{text}</bdi>
      </p>
    </div>
  );
}

/** The host's photo, or initials in its place. */
export function Avatar({
  host,
  size = '',
}: {
  readonly host: Pick<ShownHost, 'name' | 'photo'>;
  readonly size?: string;
}) {
  const className = `avatar ${size}`;
  return host.photo === null ? (
    <span className={className} aria-hidden="true">
      {initialsOf(host.name)}
    </span>
  ) : (
    <img className={className} src={host.photo} alt="" />
  );
}

/** "AL" of "Ann Lee". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return letters.map((word = '') => FIRST_CHARACTER.exec(word)?.[0].toUpperCase() ?? '').join('');
}

/** With its accents, and an emoji whole; Intl.Segmenter is missing in browsers that are still in use. */
const FIRST_CHARACTER = /^(?:\p{Regional_Indicator}{2}|.)(?:[\p{Mark}\p{Emoji_Modifier}]|\u200D.)*/su;
