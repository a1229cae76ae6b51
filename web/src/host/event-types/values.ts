import type { EventType, NewEventType } from '../data/event-types.ts';
import { keep, readKeptJson } from '../../shared/browser-storage.ts';

/** The fields a host edits; the form's values. */
export type EventTypeValues = Omit<EventType, 'id' | 'publicUrl' | 'archived' | 'published'>;

/** What a new event type begins with. */
export const blankEventType = (scheduleId: string, locationKind: string): EventTypeValues => ({
  slug: '',
  title: '',
  description: '',
  durationMinutes: 30,
  furtherDurations: [],
  slotIntervalMinutes: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 120,
  changeNoticeMinutes: 0,
  requiresReason: false,
  thankYou: '',
  redirectUrl: null,
  redirectPassesDetails: false,
  confirmationLine: '',
  followUpMinutes: null,
  followUpLine: '',
  bookingWindow: { kind: 'rolling', days: 60 },
  maxPerDay: null,
  maxPerWeek: null,
  maxPerMonth: null,
  location: { kind: locationKind },
  furtherLocations: [],
  requiresConfirmation: false,
  allowsGuests: true,
  holdMinutes: 1_440,
  reminderMinutes: [1_440, 60],
  questions: [],
  visibility: 'live',
  scheduleId,
});

export const valuesOf = ({
  id: _id,
  publicUrl: _publicUrl,
  archived: _archived,
  published: _published,
  ...values
}: EventType): EventTypeValues => values;

/** As the server takes a new one: an empty address is made from the title there. */
export const asNew = ({ slug, ...values }: EventTypeValues): NewEventType => ({
  ...values,
  ...(slug === '' ? {} : { slug }),
});

/** A title as it can stand in an address. */
export const slugged = (title: string) =>
  title
    .normalize('NFKD')
    .replace(/\p{Mark}|['’]/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);

/** The lengths that guests can choose of, in minutes, shortest first. */
export const lengthsOf = ({
  durationMinutes,
  furtherDurations,
}: Pick<EventTypeValues, 'durationMinutes' | 'furtherDurations'>): number[] =>
  [...new Set([durationMinutes, ...furtherDurations])].toSorted((one, other) => one - other);

const KEY = 'event-type-draft';

interface Kept {
  /** Null for one that was not created yet. */
  readonly id: string | null;
  readonly values: EventTypeValues;
}

/** A form's unsaved values while this window is away at a provider's page. */
export const keptDraft = {
  keep: (draft: Kept) => keep('sessionStorage', KEY, JSON.stringify(draft)),
  read: () => readKeptJson('sessionStorage', KEY) as Kept | null,
  /** Its values, if they are of this event type. */
  peek(id: string | null): EventTypeValues | null {
    const kept = this.read();
    return kept?.id === id ? kept.values : null;
  },
  forget: () => keep('sessionStorage', KEY, null),
};
