import { html, type Html, nothing } from '#mail/html.ts';
import type { ProviderRegistry } from '#providers/registry.ts';
import type { PublicEventType } from '../../guest/schema.ts';
import { factsLine } from './words.ts';

/** One event type, above its free times or its form. */
export function eventView(eventType: PublicEventType, providers: ProviderRegistry, step: Html): Html {
  const { host, title, description, requiresConfirmation } = eventType;
  return html`<div class="card">
    <p class="host"><a href="/${encodeURIComponent(host.handle)}">${host.name}</a></p>
    <h1>${title}</h1>
    ${factsLine(eventType, providers)} ${description === '' ? nothing : html`<p class="description">${description}</p>`}
    ${requiresConfirmation ? html`<p class="soft">${host.name} confirms each request before it counts.</p>` : nothing}
    ${step}
  </div>`;
}

/** Kind words where an event type was renamed, archived or never was; its host is still there. */
export const noSuchEvent = (host: { readonly name: string; readonly handle: string }): Html =>
  html`<div class="card narrow centred">
    <h1>This page does not exist</h1>
    <p>There is nothing to book at this address. It may have been renamed or taken offline.</p>
    <p><a class="button" href="/${encodeURIComponent(host.handle)}">See what can be booked with ${host.name}</a></p>
  </div>`;
