import type { Writing } from '#domain/time-texts.ts';
import type { Language } from '#messages/languages.ts';
import type { Pages } from '#messages/pages.ts';
import type { Compiled } from '#messages/translate.ts';
import type { GuestBooking, PublicEventType, PublicHost } from '../guest/schema.ts';

/** Everything a page is rendered from, on the server and, where it is hydrated, in the browser. */
export interface PageData {
  /** Path and query of the page. */
  readonly address: string;
  /** The same without the query and with our origin: where search engines and previews find it. */
  readonly canonical: string;
  /** When the page was made, RFC 3339. */
  readonly now: string;
  readonly reader: Reader;
  /** The files of a hydrated page that its script asks for. */
  readonly files: Pick<PageFiles, 'messages' | 'later'>;
  /** Languages that the page can be read in, each by its own name; empty where it comes in one. */
  readonly languages: Readonly<Partial<Record<Language, string>>>;
  readonly view: View;
}

/** How the page is written for this reader. */
export interface Reader extends Writing {
  readonly language: Language;
  /** BCP 47 tag that dates are written by; of the language. */
  readonly locale: string;
  /** ISO weekday that weeks begin with. */
  readonly weekStart: number;
}

export type View =
  | { readonly kind: 'host'; readonly host: PublicHost }
  | EventView
  | BookingView
  | { readonly kind: 'zones'; readonly zone: string; readonly zones: readonly string[] }
  /** A page of text; `html` is ours and safe as it is. */
  | (Words & { readonly kind: 'article'; readonly html: string; readonly script?: string | null });

/** What a page says of itself before it is opened: in a tab, a list of results, a message it was pasted into. */
export interface Words {
  readonly title: string;
  readonly description?: string;
  /** Search engines keep out. */
  readonly hidden?: boolean;
}

export interface EventView {
  readonly kind: 'event';
  readonly eventType: PublicEventType;
  /** Null where they are not known yet: then the browser asks. */
  readonly times: Times | null;
  /** Makes a form that was sent twice one booking. */
  readonly key: string;
  /** The form as it was sent, where it was not taken; null where none was sent. */
  readonly refused: RefusedForm | null;
}

export interface BookingView {
  readonly kind: 'booking';
  readonly booking: GuestBooking;
  /** Where another time is chosen; null elsewhere. */
  readonly times: Times | null;
  readonly refused: RefusedChange | null;
  /** Where the host leads who has just booked; null for nowhere. */
  readonly onward: Onward | null;
}

export interface Onward {
  readonly href: string;
  /** Its host, in ASCII. */
  readonly site: string;
  /** After how many seconds the page goes there by itself; null for never, as in a frame: the site around it stays. */
  readonly afterSeconds: number | null;
}

/** Free times of whole months, as the dates of `zone`. */
export interface Times {
  readonly zone: string;
  /** Starts in minutes since the epoch, by month: `{ "2026-12": [29844000] }`. */
  readonly months: Readonly<Record<string, readonly number[]>>;
  /** The last month that can be booked. */
  readonly lastMonth: string;
}

/** A refusal, as the API answers it to programs too. */
export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
  readonly retryAfterSeconds?: number;
}

export interface RefusedForm {
  /** Null where another time was chosen and nothing was refused. */
  readonly problem: Refused | null;
  readonly draft: Draft;
}

/** What the guest has typed so far. */
export interface Draft {
  readonly name: string;
  readonly email: string;
  /** The chosen location's id; empty where there is one, or none is chosen yet. */
  readonly location: string;
  /** Empty where it is not asked for. */
  readonly phone: string;
  /** Further guests' addresses, as they are typed into one field. */
  readonly guests: string;
  /** By the question's id. */
  readonly answers: Readonly<Record<string, string | boolean>>;
  /** Filled in by robots, and by browsers that fill in everything. */
  readonly website: string;
  /** Whether the box was ticked that is shown then. */
  readonly isPerson: boolean;
}

export interface RefusedChange {
  readonly verb: 'reschedule' | 'cancel';
  readonly problem: Refused;
  readonly reason: string;
}

/** Built files that a page loads, as paths. */
export interface PageFiles {
  readonly styles: readonly string[];
  readonly script: string | null;
  /** Scripts that the script imports. */
  readonly imports: readonly string[];
  /** What a hydrated page says at first, as a script; null for a page that is not hydrated. */
  readonly messages: string | null;
  readonly later: LaterFiles | null;
}

/** What parts of a page say and look like that are loaded later. */
export interface LaterFiles {
  readonly messages: string;
  readonly style: string;
}

/** What the address of a page asks for. */
export interface Opening {
  readonly zone: string;
  readonly month: string;
}

/** What the server's build of the guest pages gives the API. */
export interface GuestSite {
  readonly renderDocument: (page: PageData, files: PageFiles, messages: Compiled<Pages>) => string;
  readonly opening: (query: URLSearchParams, usual: { zone: string; startsAt?: string }, now: string) => Opening;
}
