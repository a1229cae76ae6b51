import type { Language } from '#messages/languages.ts';
import type { When } from '#mail/times.ts';

export interface Link {
  readonly label: string;
  readonly href: string;
}

/** How the mail feels at a glance: something stands, something waits, something is over or in trouble. */
export type Tone = 'good' | 'waiting' | 'ended';

/** The words that differ from kind to kind; `badge` also stands in the subject. */
export interface Wording {
  readonly tone: Tone;
  readonly badge: string;
  readonly heading: string;
  readonly sentences: readonly string[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** An address behind the value: of the web, of mail or of a phone. */
  readonly href?: string;
}

/** What a mail says, before it is HTML or plain text; both are made from all of it. Texts are unescaped. */
export interface Letter {
  readonly language: Language;
  readonly tone: Tone;
  /** One or two words: "Confirmed". */
  readonly badge: string;
  readonly heading: string;
  /** The line that inboxes show behind the subject. */
  readonly preview: string;
  readonly sentences: readonly string[];
  readonly when: When | null;
  readonly formerTime: string | null;
  readonly action: Link | null;
  readonly facts: readonly Fact[];
  /** What the reader should know or can do; set apart. */
  readonly notes: readonly string[];
  readonly links: readonly Link[];
  readonly calendars: readonly Link[];
  readonly footer: readonly string[];
  readonly unsubscribe: Link | null;
  readonly support: { readonly address: string; readonly home: string };
}
