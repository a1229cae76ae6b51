import { html, type Html, nothing } from '#mail/html.ts';
import type { FreeTimes, ShownDay } from './free-times.ts';
import { clocks, withQuery } from './words.ts';

interface Shown {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly free: FreeTimes;
}

/** Free times by day; each leads to the next step with the time in its address. */
export function timesView({ path, query, free }: Shown): Html {
  const { days, date, from, later, zone } = free;
  const to = (change: Readonly<Record<string, string | null>>) =>
    withQuery(path, query, { tz: zone, date: null, from: null, ...change });
  return html`<section aria-labelledby="times">
    <h2 id="times">Choose a time</h2>
    ${zoneForm({ path, query, zone })} ${days.map((day) => dayView(day, zone, to))}
    ${days.length === 0 ? html`<p class="soft">${nothingFree(free)}</p>` : nothing}
    <p class="ways">
      ${date === null && from === null ? nothing : html`<a href="${to({})}">First free times</a>`}
      ${later === null ? nothing : html`<a href="${to({ from: later })}">Later days</a>`}
    </p>
  </section>`;
}

function dayView({ date, slots, more }: ShownDay, zone: string, to: (change: Record<string, string>) => string): Html {
  const texts = clocks(slots, zone);
  return html`<section class="day" aria-labelledby="day-${date}">
    <h3 id="day-${date}">${dateText(date)}</h3>
    <ul class="times">
      ${slots.map(
        ({ startsAt }, index) => html`<li><a href="${to({ slot: startsAt, date })}">${texts[index] ?? ''}</a></li>`,
      )}
    </ul>
    ${more === 0 ? nothing : html`<p><a href="${to({ date })}">${more} more on this day</a></p>`}
  </section>`;
}

function nothingFree({ date, from }: FreeTimes): string {
  if (date !== null) return 'Nothing is free on this day.';
  return from === null
    ? 'No times are free at present. Please look in again later, or ask your host directly.'
    : 'No later times are free.';
}

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** "Tuesday, 1 December 2026". */
const dateText = (date: string) => dateFormat.format(new Date(`${date}T12:00:00Z`));

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** Without script we cannot know where the guest is, so the zone is said and can be changed. */
function zoneForm({ path, query, zone }: { path: string; query: URLSearchParams; zone: string }): Html {
  const kept = [...query].filter(([name]) => !['tz', 'date', 'from'].includes(name));
  const names = ZONES.includes(zone) ? ZONES : [zone, ...ZONES];
  return html`<form class="zone" method="get" action="${path}">
    ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <label for="tz">Times are shown for</label>
    <select class="input" id="tz" name="tz" autocomplete="off">
      ${names.map((name) => (name === zone ? html`<option selected>${name}</option>` : html`<option>${name}</option>`))}
    </select>
    <button class="button" type="submit">Change time zone</button>
  </form>`;
}
