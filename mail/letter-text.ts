import type { Letter, Link } from '#mail/letter.ts';

/** The plain text of a letter, complete by itself; its calendar file spares it the long addresses of calendars. */
export function letterText(letter: Letter): string {
  const blocks = [
    `${letter.heading}\n${'='.repeat(Math.min(letter.heading.length, 72))}`,
    ...letter.sentences,
    [
      ...times(letter),
      ...factsBesideAction(letter).map(({ label, value }) => `${labelled(label)} ${indented(value)}`),
    ].join('\n'),
    ...letter.notes,
    letter.action === null ? '' : lines(letter.action),
    letter.links.map(lines).join('\n\n'),
    footer(letter),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function times({ when, formerTime }: Letter): string[] {
  return [...(when === null ? [] : [`When: ${when.full}`]), ...(formerTime === null ? [] : [`Before: ${formerTime}`])];
}

function footer({ footer, unsubscribe, support }: Letter): string {
  const help = `Questions? ${support.address} · Insytical, ${support.home}`;
  return ['-- ', ...footer, ...(unsubscribe === null ? [] : [`${unsubscribe.label}: ${unsubscribe.href}`]), help].join(
    '\n',
  );
}

const factsBesideAction = ({ facts, action }: Letter) => facts.filter(({ value }) => value !== action?.href);
const labelled = (label: string) => (/[:?!.…]$/.test(label) ? label : `${label}:`);
const lines = ({ label, href }: Link) => `${label}:\n${href}`;
/** Indents further lines of a quoted text, so that they cannot pass for lines of ours. */
const indented = (value: string) => value.replaceAll('\n', '\n    ');
