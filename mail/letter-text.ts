import { directionOf } from '#messages/languages.ts';
import { isolated, withoutIsolates } from '#mail/direction.ts';
import type { Letter, Link } from '#mail/letter.ts';
import { type Texts, textsIn } from '#mail/texts.ts';

/** The plain text of a letter, complete by itself; its calendar file spares it the long addresses of calendars. */
export function letterText(letter: Letter): string {
  const t = textsIn(letter.language);
  const direction = directionOf(letter.language);
  const fact = (label: string, value: string) =>
    `${labelled(t, label)}${t('mail.gap')}${indented(isolated(value, direction))}`;
  const blocks = [
    `${letter.heading}\n${'='.repeat(Math.min(withoutIsolates(letter.heading).length, 72))}`,
    ...letter.sentences,
    [
      ...(letter.when === null ? [] : [fact(t('label.when'), letter.when.full)]),
      ...(letter.formerTime === null ? [] : [fact(t('label.before'), letter.formerTime)]),
      ...factsBesideAction(letter).map(({ label, value }) => fact(label, value)),
    ].join('\n'),
    ...letter.notes,
    letter.action === null ? '' : lines(t, letter.action),
    letter.links.map((link) => lines(t, link)).join('\n\n'),
    footer(t, letter),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function footer(t: Texts, { footer, unsubscribe, support }: Letter): string {
  const stop = unsubscribe === null ? [] : [`${labelled(t, unsubscribe.label)}${t('mail.gap')}${unsubscribe.href}`];
  const help = `${t('mail.questions')} ${support.address} · Insytical, ${support.home}`;
  return ['-- ', ...footer, ...stop, help].join('\n');
}

const factsBesideAction = ({ facts, action }: Letter) => facts.filter(({ value }) => value !== action?.href);
const labelled = (t: Texts, label: string) => (/[:?!.…؟。]$/.test(label) ? label : t('mail.label', { label }));
const lines = (t: Texts, { label, href }: Link) => `${labelled(t, label)}\n${href}`;
/** Indents further lines of a quoted text, so that they cannot pass for lines of ours. */
const indented = (value: string) => value.replaceAll('\n', '\n    ');
