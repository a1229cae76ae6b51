import type { Direction } from '#mail/direction.ts';
import { bodyFont, colours } from '#mail/html-page.ts';
import { html, nothing, type Html } from '#html';
import type { Letter, Link } from '#mail/letter.ts';
import type { When } from '#mail/times.ts';

/** A word or two in the mail's colour. */
export function badge({ badge, tone }: Pick<Letter, 'badge' | 'tone'>): Html {
  const { text, tint } = colours[tone];
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0">
    <tr>
      <td
        class="${tone}"
        bgcolor="${tint}"
        style="background:${tint};color:${text};border-radius:999px;padding:3px 12px;font-size:13px;line-height:20px;font-weight:600"
      >
        ${badge}
      </td>
    </tr>
  </table>`;
}

interface Former {
  readonly label: string;
  readonly time: string;
}

interface TimeStyle {
  readonly isOff: boolean;
  readonly direction: Direction;
}

/** The leaf of a calendar beside the time in words, struck out when the meeting is off. */
export function time(when: When, former: Former | null, { isOff, direction }: TimeStyle): Html {
  const before =
    former === null
      ? nothing
      : html`<p class="soft" style="margin:4px 0 0;font-size:14px;line-height:20px;color:${colours.soft}">
          <span>${former.label} </span><s>${former.time}</s>
        </p>`;
  const leaf = isOff ? colours.soft : colours.accent;
  const strike = isOff ? 'line-through' : 'none';
  return html`<table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="margin:22px 0 0"
  >
    <tr>
      <td width="58" valign="top" style="width:58px">
        <table
          role="presentation"
          width="58"
          cellpadding="0"
          cellspacing="0"
          border="0"
          class="leaf"
          style="width:58px;border:1px solid ${colours.line};border-radius:10px;border-collapse:separate"
          aria-hidden="true"
        >
          <tr>
            <td
              align="center"
              class="${isOff ? '' : 'leaf-top'}"
              bgcolor="${leaf}"
              style="background:${leaf};color:#ffffff;border-radius:9px 9px 0 0;font-size:12px;line-height:20px;font-weight:600"
            >
              ${when.month}
            </td>
          </tr>
          <tr>
            <td
              align="center"
              class="ink"
              style="padding:3px 0 5px;font-size:23px;line-height:30px;font-weight:700;color:${colours.ink}"
            >
              ${when.day}
            </td>
          </tr>
        </table>
      </td>
      <td valign="middle" style="padding:${direction === 'rtl' ? '0 16px 0 0' : '0 0 0 16px'}">
        <p class="ink" style="margin:0;font-weight:700;color:${colours.ink};text-decoration:${strike}">${when.date}</p>
        <p class="ink" style="margin:2px 0 0;color:${colours.ink};text-decoration:${strike}">
          ${when.hours} <span class="soft" style="color:${colours.soft}">(${when.zone})</span>
        </p>
        ${before}
      </td>
    </tr>
  </table>`;
}

/** A button that is one in Outlook too: the coloured thing is a table cell. */
export function button({ label, href }: Link): Html {
  return html`<table
    role="presentation"
    class="button"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="margin:24px 0 0"
  >
    <tr>
      <td
        align="center"
        class="accent"
        bgcolor="${colours.accent}"
        style="background:${colours.accent};border-radius:10px;mso-padding-alt:13px 26px"
      >
        <a
          href="${href}"
          target="_blank"
          style="display:block;padding:13px 26px;font-family:${bodyFont};font-size:16px;line-height:22px;font-weight:600;color:#ffffff;text-decoration:none"
          >${label}</a
        >
      </td>
    </tr>
  </table>`;
}

/** A paragraph set apart, on a tint. */
export const note = (text: string) =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:20px 0 0">
    <tr>
      <td
        class="waiting"
        bgcolor="${colours.waiting.tint}"
        style="background:${colours.waiting.tint};color:${colours.waiting.text};border-radius:10px;padding:12px 16px;font-size:15px;line-height:22px"
      >
        ${text}
      </td>
    </tr>
  </table>`;
