import { html, type Html } from '#html';
import { directionOf, type Language } from '#messages/languages.ts';

export const bodyFont = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** The pages' colours in the light (`web/src/guest/styles/tokens.css`): every pair keeps a contrast of 4.5:1 or more. */
export const colours = {
  page: '#f5f7f6',
  card: '#ffffff',
  ink: '#16201d',
  soft: '#55615c',
  line: '#e1e6e3',
  accent: '#0f5f4e',
  good: { text: '#0b6140', tint: '#e0f5ea' },
  waiting: { text: '#7a4200', tint: '#fdf1dc' },
  ended: { text: '#4a4f55', tint: '#eceeed' },
} as const;

// Mail programs that know dark mode take these, the pages' as well; the others keep the inline styles.
const DARK = `
@media (prefers-color-scheme: dark) {
  .page { background: #101312 !important; }
  .card { background: #191d1c !important; border-color: #2b3330 !important; }
  .ink { color: #e9eeeb !important; }
  .soft { color: #a9b5af !important; }
  .rule, .leaf { border-color: #2b3330 !important; }
  .link { color: #5bcbab !important; }
  .accent, .leaf-top { background: #5bcbab !important; }
  .accent a, .leaf-top { color: #05231a !important; }
  .good { background: #143025 !important; color: #7fdcb0 !important; }
  .waiting { background: #352813 !important; color: #f3c277 !important; }
  .ended { background: #272d2b !important; color: #b7bfbb !important; }
}
@media (max-width: 480px) {
  .outer { padding: 16px 10px !important; }
  .card { padding: 22px 18px !important; }
  .button, .button td { width: 100% !important; }
}`;

interface Page {
  readonly language: Language;
  readonly title: string;
  readonly preview: string;
  readonly card: Html;
  readonly below: Html;
}

/** The frame every mail sits in: one card, at most 560 px wide, fluid below. */
export function page({ language, title, preview, card, below }: Page): string {
  const direction = directionOf(language);
  const start = direction === 'rtl' ? 'right' : 'left';
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>${title}</title>
        <style>
          ${{ html: `:root { color-scheme: light dark; supported-color-schemes: light dark; }${DARK}` }}
        </style>
      </head>
      <body class="page" dir="${direction}" style="margin:0;padding:0;background:${colours.page}">
        <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">
          ${preview}${{ html: '&#847;&zwnj;&nbsp;'.repeat(40) }}
        </div>
        <table
          role="presentation"
          class="page"
          lang="${language}"
          dir="${direction}"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border="0"
          bgcolor="${colours.page}"
          style="background:${colours.page}"
        >
          <tr>
            <td class="outer" align="center" style="padding:32px 16px">
              <!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                style="max-width:560px;font-family:${bodyFont};font-size:16px;line-height:24px;text-align:${start};word-break:break-word;overflow-wrap:anywhere"
              >
                <tr>
                  <td
                    class="ink"
                    style="padding:0 4px 14px;font-size:17px;font-weight:700;letter-spacing:-0.2px;color:${colours.ink}"
                  >
                    Insytical
                  </td>
                </tr>
                <tr>
                  <td
                    class="card"
                    bgcolor="${colours.card}"
                    style="background:${colours.card};border:1px solid ${colours.line};border-radius:16px;padding:30px 32px"
                  >
                    ${card}
                  </td>
                </tr>
                <tr>
                  <td style="padding:12px 4px 0">${below}</td>
                </tr>
              </table>
              <!--[if mso]></td></tr></table><![endif]-->
            </td>
          </tr>
        </table>
      </body>
    </html> `.html;
}
