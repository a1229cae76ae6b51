import { contentLines } from '#domain/ics-text.ts';

const LINE_OCTETS = 75;
const STATUSES: Readonly<Record<string, readonly string[]>> = {
  REQUEST: ['CONFIRMED', 'TENTATIVE'],
  CANCEL: ['CANCELLED'],
  PUBLISH: ['CONFIRMED', 'TENTATIVE', 'CANCELLED'],
};
const SINGLE = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'ORGANIZER', 'STATUS', 'SEQUENCE'];

/** What the file is expected to be; `attendees` are addresses in order. */
export interface Expected {
  readonly attendees: readonly string[];
  readonly method?: string;
  readonly sequence?: number;
}

/** A judge of our own over a calendar file's bytes, apart from the library that wrote it: every broken rule as one sentence. */
export function lintIcs(ics: string | Uint8Array, expected: Expected): string[] {
  const bytes = typeof ics === 'string' ? new TextEncoder().encode(ics) : ics;
  const physical = physicalProblems(bytes);
  const lines = contentLines(new TextDecoder().decode(bytes));
  return [...physical, ...structureProblems(lines), ...eventProblems(lines, expected)];
}

/** Line ends, lengths and UTF-8, line by line as the RFC folds them. */
function physicalProblems(bytes: Uint8Array): string[] {
  const lines = linesOf(bytes);
  const last = lines.pop();
  return [
    ...(last?.length === 0 ? [] : ['the file does not end with CRLF']),
    ...lines.flatMap((line, index) => [...lineProblems(line)].map((problem) => `line ${index + 1} ${problem}`)),
  ];
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length - 1; at += 1) {
    if (bytes[at] !== 0x0d || bytes[at + 1] !== 0x0a) continue;
    lines.push(bytes.subarray(start, at));
    start = at + 2;
  }
  return [...lines, bytes.subarray(start)];
}

function* lineProblems(line: Uint8Array): Generator<string> {
  if (line.length > LINE_OCTETS) yield `has ${line.length} octets`;
  if (line.length === 0) yield 'is empty';
  if (line.includes(0x0d)) yield 'has a bare CR';
  if (line.includes(0x0a)) yield 'has a bare LF';
  if (line.some((octet) => (octet < 0x20 && ![0x09, 0x0a, 0x0d].includes(octet)) || octet === 0x7f))
    yield 'has a control character';
  if (!isUtf8(line)) yield 'is not UTF-8 by itself';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** BEGIN and END pair up, inside one VCALENDAR with one VEVENT, and every line is a property. */
function structureProblems(lines: readonly string[]): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const line of lines) {
    const [, edge, component] = /^(BEGIN|END):(.*)$/.exec(line) ?? [];
    if (edge === 'BEGIN') open.push(component ?? '');
    else if (edge === 'END' && open.pop() !== component) problems.push(`END:${component} closes nothing`);
    if (!/^[A-Z0-9-]+(;[A-Z0-9-]+=("[^"]*"|[^";:,]*)(,("[^"]*"|[^";:,]*))*)*:/.test(line))
      problems.push('a line is no property');
  }
  if (open.length > 0) problems.push(`BEGIN:${open.join(',')} is not closed`);
  for (const component of ['VCALENDAR', 'VEVENT'])
    if (lines.filter((line) => line === `BEGIN:${component}`).length !== 1)
      problems.push(`there is not exactly one ${component}`);
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines[1] !== 'VERSION:2.0')
    problems.push('the file does not begin as a calendar 2.0');
  return problems;
}

function* eventProblems(lines: readonly string[], expected: Expected): Generator<string> {
  const valuesOf = (name: string) => lines.filter((line) => new RegExp(`^${name}[;:]`).test(line)).map(valueOf);
  for (const name of [...SINGLE, 'METHOD']) if (valuesOf(name).length !== 1) yield `there is not exactly one ${name}`;
  const [method = ''] = valuesOf('METHOD');
  const [status = ''] = valuesOf('STATUS');
  const [sequence = ''] = valuesOf('SEQUENCE');
  if (expected.method !== undefined && method !== expected.method) yield `METHOD is not ${expected.method}`;
  if (!STATUSES[method]?.includes(status)) yield `STATUS ${status} does not go with METHOD ${method}`;
  if (!/^\d+$/.test(sequence)) yield 'SEQUENCE is no number';
  if (expected.sequence !== undefined && sequence !== String(expected.sequence))
    yield `SEQUENCE is not ${expected.sequence}`;
  const attendees = valuesOf('ATTENDEE').map((address) => address.replace(/^mailto:/, ''));
  if (attendees.join(',') !== expected.attendees.join(',')) yield 'the ATTENDEEs are not the expected ones';
  for (const name of ['DTSTAMP', 'DTSTART', 'DTEND'])
    if (!/^\d{8}T\d{6}Z$/.test(valuesOf(name)[0] ?? '')) yield `${name} is not a time in UTC`;
  if (!((valuesOf('DTEND')[0] ?? '') > (valuesOf('DTSTART')[0] ?? ''))) yield 'DTEND is not after DTSTART';
}

/** What stands behind the first colon outside of quotes. */
const valueOf = (line: string) => line.replace(/^(?:[^":]|"[^"]*")*:/, '');
