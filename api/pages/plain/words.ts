import { html, type Html, nothing } from '#mail/html.ts';
import { whenOf } from '#mail/times.ts';
import type { ProviderRegistry } from '#providers/registry.ts';
import { placeLabel } from '../../shared/places.ts';

/** "30 min", "1 h", "1 h 30 min". */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ');
}

interface Facts {
  readonly durationMinutes: number;
  readonly location: { readonly kind: string };
}

/** How long and where, as a line of small facts. */
export const factsLine = ({ durationMinutes, location }: Facts, providers: ProviderRegistry): Html =>
  html`<ul class="facts inline">
    <li>${durationText(durationMinutes)}</li>
    <li>${placeLabel(location.kind, providers)}</li>
  </ul>`;

/** When something is, in one zone; instants as the API writes them. */
export const when = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }, zone: string) =>
  whenOf(Date.parse(startsAt), Date.parse(endsAt), zone);

/** "09:30" for each start of a day; with the offset where the clocks go back and a wall time comes twice. */
export function clocks(slots: readonly { readonly startsAt: string }[], timeZone: string): string[] {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const times = slots.map(({ startsAt }) => format.format(new Date(startsAt)));
  const isTwice = times.map((time) => times.indexOf(time) !== times.lastIndexOf(time));
  return slots.map(
    ({ startsAt }, index) => `${times[index]}${isTwice[index] ? ` ${offsetAt(startsAt, timeZone)}` : ''}`,
  );
}

function offsetAt(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' });
  return format.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** What went wrong, above a form. */
export const problemNotice = (problem: { title: string; text?: string | undefined } | null): Html =>
  problem === null
    ? nothing
    : html`<div class="notice bad" role="alert">
        <p class="notice-title">${problem.title}</p>
        ${problem.text === undefined ? nothing : html`<p>${problem.text}</p>`}
      </div>`;

/** An address with some parameters set and some (null) taken out; all others stay. */
export function withQuery(path: string, query: URLSearchParams, change: Readonly<Record<string, string | null>>) {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) changed.delete(name);
    else changed.set(name, value);
  }
  return changed.size === 0 ? path : `${path}?${changed}`;
}
