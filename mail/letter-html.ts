import { badge, button, note, time } from '#mail/html-parts.ts';
import { colours, page } from '#mail/html-page.ts';
import { html, nothing, type Html } from '#html';
import type { Fact, Letter, Link } from '#mail/letter.ts';
import { type Texts, textsIn } from '#mail/texts.ts';
import { directionOf } from '#messages/languages.ts';

/** A letter as HTML that Gmail and Outlook show as meant: tables, inline styles, nothing loaded from elsewhere. */
export function letterHtml(letter: Letter): string {
  const t = textsIn(letter.language);
  const direction = directionOf(letter.language);
  const card = html`${badge(letter)}
    <h1 class="ink" style="margin:14px 0 0;font-size:24px;line-height:31px;font-weight:700;color:${colours.ink}">
      ${letter.heading}
    </h1>
    ${letter.sentences.map((sentence) => html`<p class="ink" style="margin:12px 0 0;color:${colours.ink}">${sentence}</p>`)}
    ${letter.when === null ? nothing : time(letter.when, former(t, letter), { isOff: letter.tone === 'ended', direction })}
    ${letter.notes.map(note)} ${letter.action === null ? nothing : button(letter.action)} ${facts(letter.facts)}
    ${letter.links.length === 0 ? nothing : ruled(row(letter.links))}
    ${letter.calendars.length === 0 ? nothing : calendars(t, letter.calendars)}`;
  const { language, heading: title, preview } = letter;
  return page({ language, title, preview, card, below: below(t, letter) });
}

function facts(all: readonly Fact[]): Html {
  if (all.length === 0) return nothing;
  const rows = all.map(
    (fact) =>
      html`<tr>
        <td style="padding:12px 0 0">
          <p class="soft" style="margin:0;font-size:13px;line-height:18px;color:${colours.soft}">${fact.label}</p>
          <p class="ink" dir="auto" style="margin:1px 0 0;color:${colours.ink}">${factValue(fact)}</p>
        </td>
      </tr>`,
  );
  return ruled(
    html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed">
      ${rows}
    </table>`,
  );
}

function factValue({ value, href }: Fact): Html {
  const lines = value.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
  return href === undefined
    ? html`${lines}`
    : html`<a class="link" href="${href}" style="color:${colours.accent}">${lines}</a>`;
}

const ruled = (content: Html) =>
  html`<div class="rule" style="margin:24px 0 0;border-top:1px solid ${colours.line};padding:8px 0 0">${content}</div>`;

const row = (links: readonly Link[]) => html`<p style="margin:8px 0 0">${links.map(separated)}</p>`;

// The dot stays with the link before it when the row breaks.
const separated = ({ label, href }: Link, index: number, all: readonly Link[]) =>
  html`<span class="soft" style="color:${colours.soft};white-space:nowrap"
    ><a class="link" href="${href}" target="_blank" style="color:${colours.accent}">${label}</a
    >${index < all.length - 1 ? ' \u00A0·\u00A0' : ''}</span
  > `;

const former = (t: Texts, { formerTime }: Letter) =>
  formerTime === null ? null : { label: t('mail.label', { label: t('label.before') }), time: formerTime };

const calendars = (t: Texts, links: readonly Link[]) =>
  ruled(
    html`<p class="soft" style="margin:8px 0 0;font-size:13px;line-height:18px;color:${colours.soft}">
        ${t('calendar.add')}
      </p>
      ${row(links)}`,
  );

function below(t: Texts, { footer, unsubscribe, support }: Letter): Html {
  const style = `margin:8px 0 0;font-size:13px;line-height:19px;color:${colours.soft}`;
  const stop =
    unsubscribe === null
      ? nothing
      : html`<p class="soft" style="${style}">
          <a class="soft" href="${unsubscribe.href}" style="color:${colours.soft}">${unsubscribe.label}</a>
        </p>`;
  return html`${footer.map((line) => html`<p class="soft" style="${style}">${line}</p>`)}${stop}
    <p class="soft" style="${style}">
      ${t('mail.questions')}
      <a class="soft" href="mailto:${support.address}" style="color:${colours.soft}">${support.address}</a> ·
      <a class="soft" href="${support.home}" style="color:${colours.soft}">Insytical</a>
    </p>`;
}
