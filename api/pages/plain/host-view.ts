import { html, type Html, nothing } from '#mail/html.ts';
import type { ProviderRegistry } from '#providers/registry.ts';
import type { PublicHost } from '../../guest/schema.ts';
import { factsLine } from './words.ts';

/** A host and what can be booked. */
export function hostView({ name, handle, eventTypes }: PublicHost, providers: ProviderRegistry): Html {
  const items = eventTypes.map(
    (eventType) =>
      html`<li class="event-type">
        <h2><a href="/${encodeURIComponent(handle)}/${encodeURIComponent(eventType.slug)}">${eventType.title}</a></h2>
        ${eventType.description === '' ? nothing : html`<p class="clamped">${eventType.description}</p>`}
        ${factsLine(eventType, providers)}
      </li>`,
  );
  return html`<div class="column">
    <h1>${name}</h1>
    ${
      items.length === 0
        ? html`<p class="soft">${name} has nothing open for booking at present. Please look in again later.</p>`
        : html`<p class="soft">Choose what to book; the next page shows the free times.</p>
            <ul class="event-types">
              ${items}
            </ul>`
    }
  </div>`;
}
