import { randomUUID } from 'node:crypto';
import type { Calendars } from '#api/openapi/client/types.ts';
import type { EventType } from '#api/event-types/schema.ts';
import { calendarText, openCalendarServers } from '#dev/clients/calendars.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { until } from '#dev/clients/until.ts';
import { CALENDAR, HOST, type Visit } from './people.ts';

/** A designer with ordinary hours and two platforms connected. */
export async function signUpHost(app: string): Promise<HostClient> {
  const { name, email, timeZone, handle } = HOST;
  const host = await signUp(app, { name, email, timeZone, password: randomUUID() });
  await host.json('PATCH', '/api/v1/me', { handle });
  await host.connect('zoom', email);
  await host.connect('teams', email);
  await setHours(host);
  return host;
}

async function setHours(host: HostClient): Promise<void> {
  const { items } = await host.json<{ items: { id: string }[] }>('GET', '/api/v1/schedules');
  await host.json('PATCH', `/api/v1/schedules/${items[0]?.id}`, {
    weekly: [
      { days: [1, 2, 3, 4], from: '09:00', to: '12:30' },
      { days: [1, 2, 3, 4], from: '13:30', to: '17:00' },
      { days: [5], from: '09:00', to: '13:00' },
    ],
    overrides: [{ date: fridayAhead(), intervals: [] }],
  });
}

/** A Friday three weeks ahead, to be away on. */
function fridayAhead(): string {
  const day = new Date(Date.now() + 21 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((5 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

export type Offers = Readonly<Record<Visit['eventType'], EventType>>;

/** The third platform, and what can be booked. */
export async function publishEventTypes(host: HostClient): Promise<Offers> {
  await host.connect('meet', HOST.email);
  const common = { slotIntervalMinutes: 30, minimumNoticeMinutes: 240, reminderMinutes: [1_440, 60] };
  const intro = await host.offer('zoom', {
    ...common,
    slug: 'intro',
    title: 'Intro call',
    description: 'Half an hour to get to know each other and to see whether I can help. Bring your questions.',
    questions: [
      { id: 'topic', label: 'What would you like to talk about?', kind: 'long_text', required: true },
      {
        id: 'team',
        label: 'How many will join?',
        kind: 'choice',
        required: false,
        options: ['Just me', '2–5', 'More'],
      },
    ],
  });
  const review = await host.offer('teams', {
    ...common,
    slug: 'design-review',
    title: 'Design review',
    description: 'One hour with your screens, my questions, and a list of what to do next.',
    durationMinutes: 60,
    bufferAfterMinutes: 15,
    requiresConfirmation: true,
  });
  const coffee = await host.offer('meet', {
    ...common,
    slug: 'coffee',
    title: 'Coffee chat',
    description: 'Twenty minutes, no agenda.',
    durationMinutes: 20,
  });
  await host.offer('in_person', {
    ...common,
    slug: 'studio-visit',
    title: 'Studio visit',
    description: 'Come by and see how it is made.',
    durationMinutes: 90,
    location: { kind: 'in_person', value: 'Lindenstraße 14, Berlin' },
    published: false,
  });
  return { intro, review, coffee };
}

/** A calendar of other appointments, whose times are not offered. */
export async function useCalendar(host: HostClient, simulators: string): Promise<void> {
  const from = new Date(Date.now() + 9 * 86_400_000);
  const text = calendarText([{ from, to: new Date(from.getTime() + 3 * 3_600_000) }]);
  const url = await openCalendarServers(simulators).publish(HOST.handle, text);
  await host.json('POST', '/api/v1/calendars', { url, name: CALENDAR });
  // Until then no time is offered.
  await until('the calendar to be read', async () => {
    const { items } = await host.json<Calendars>('GET', '/api/v1/calendars');
    return items.every(({ lastReadAt }) => lastReadAt !== null);
  });
}
