import { createServer } from 'node:http';
import { html, type Html } from '#html';
import {
  renderAccountMail,
  renderBookingMail,
  renderCalendarMail,
  renderConnectionMail,
  renderWebhookMail,
} from '#mail/render.ts';
import type { BookingMailKind, Reader, RenderedMail } from '#mail/message.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#messages/languages.ts';
import { READERS } from './every-mail.ts';
import {
  context,
  EVERY_MAIL,
  FURTHER_GUEST_MAILS,
  LINK_STATES,
  sampleAccountMail,
  sampleCalendarMail,
  sampleConnectionMail,
  sampleFurtherGuestMail,
  sampleMail,
  sampleWebhookMail,
} from './samples.ts';

const ZONES = ['Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu'];

/** A local page with every kind × reader × state of the link × language: as HTML at two widths, as text, and its calendar file. */
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  try {
    const { type, body } = answerTo(pathname, searchParams, mailAt(searchParams));
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body);
  } catch {
    response.writeHead(404).end('There is no such mail.');
  }
});

server.listen(Number(process.env['PORT'] ?? 3300), '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`Every mail: http://localhost:${address?.port}/`);
});

function answerTo(path: string, query: URLSearchParams, mail: RenderedMail): { type: string; body: string } {
  if (path === '/html') return { type: 'text/html', body: mail.html };
  if (path === '/text') return { type: 'text/plain', body: mail.text };
  if (path === '/ics') return { type: 'text/plain', body: mail.ics?.content ?? 'No calendar file.' };
  return { type: 'text/html', body: overview(query, mail).html };
}

function mailAt(query: URLSearchParams): RenderedMail {
  const kind = query.get('kind') ?? 'confirmed';
  const reader = READERS[(query.get('lang') ?? 'en') as Language];
  const { readerLocale } = reader;
  if (kind === 'reconnect_needed') return renderConnectionMail({ ...sampleConnectionMail, readerLocale }, context);
  if (kind === 'calendar_unreadable') return renderCalendarMail({ ...sampleCalendarMail, readerLocale }, context);
  if (kind === 'webhook_paused') return renderWebhookMail({ ...sampleWebhookMail, readerLocale }, context);
  if (kind === 'login' || kind === 'password')
    return renderAccountMail({ ...sampleAccountMail, kind, readerLocale }, context);
  const state = query.get('link') as keyof typeof LINK_STATES | null;
  const zone = query.get('zone');
  const changes = {
    ...reader,
    ...(state === null ? {} : LINK_STATES[state]),
    ...(zone === null ? {} : { readerTimeZone: zone }),
  };
  if (query.get('reader') === 'further_guest')
    return renderBookingMail(sampleFurtherGuestMail(kind as (typeof FURTHER_GUEST_MAILS)[number], changes), context);
  return renderBookingMail(
    sampleMail(kind as BookingMailKind, (query.get('reader') ?? 'guest') as Reader, changes),
    context,
  );
}

function overview(query: URLSearchParams, mail: RenderedMail): Html {
  const link = (changes: Record<string, string>, label: string) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) next.set(name, value);
    return html`<a href="/?${next.toString()}">${label}</a> `;
  };
  const groups = (['guest', 'host'] as const).map(
    (reader) =>
      html`<p>
        <b>${reader}</b
        ><br />${EVERY_MAIL.filter((mail) => mail.reader === reader).map(({ kind }) => link({ kind, reader }, kind))}
      </p>`,
  );
  const further = FURTHER_GUEST_MAILS.map((kind) => link({ kind, reader: 'further_guest' }, kind));
  const part = (name: string) => `/${name}?${query.toString()}`;
  const headers = Object.entries({
    Subject: mail.subject,
    From: named(mail.from),
    To: named(mail.to),
    'Reply-To': named(mail.replyTo),
    ...mail.headers,
  });
  return html`<!doctype html> <meta charset="utf-8" /> <title>Mails</title>
    <style>
      body {
        font: 14px/1.6 system-ui;
        margin: 16px;
      }
      iframe {
        border: 1px solid #ccc;
        height: 900px;
        vertical-align: top;
      }
      a {
        margin-right: 6px;
      }
      pre {
        white-space: pre-wrap;
      }
    </style>
    ${groups}
    <p><b>further guest</b><br />${further}</p>
    <p>
      ${['reconnect_needed', 'calendar_unreadable', 'webhook_paused', 'login', 'password'].map((kind) => link({ kind, reader: 'host' }, kind))}
    </p>
    <p>
      ${Object.keys(LINK_STATES).map((state) => link({ link: state }, state))} ·
      ${ZONES.map((zone) => link({ zone }, zone))}
    </p>
    <p>${LANGUAGES.map((lang) => link({ lang }, LANGUAGE_NAMES[lang]))}</p>
    <pre>${headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>
    <iframe width="760" src="${part('html')}"></iframe> <iframe width="320" src="${part('html')}"></iframe>
    <iframe width="560" src="${part('text')}"></iframe> <iframe width="480" src="${part('ics')}"></iframe>`;
}

function named({ name, address }: { name: string; address: string }) {
  return `${name} <${address}>`;
}
