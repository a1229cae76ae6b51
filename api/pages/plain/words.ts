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

/** "09:30" in a zone. */
export function clock(instant: string, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(new Date(instant));
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
