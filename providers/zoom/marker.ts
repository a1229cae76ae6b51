import { z } from 'zod';
import { cutTo } from '#domain/names.ts';

const AGENDA_LIMIT = 2_000;
const agendaOf = z.object({ agenda: z.string() });

/** Lists show the first 250 characters of an agenda only, so the marker leads it. */
export function agendaWith(marker: string, description: string): string {
  return cutTo(`${wordOf(marker)}\n\n${description}`, AGENDA_LIMIT);
}

/** Whether a listed meeting is the one we marked; nothing else of it is looked at. */
export function carriesMarker(meeting: unknown, marker: string): boolean {
  const read = agendaOf.safeParse(meeting);
  return read.success && read.data.agenda.split(/\s+/).includes(wordOf(marker));
}

function wordOf(marker: string): string {
  return `ref:${marker}`;
}
