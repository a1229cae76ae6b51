import { calendarText, openCalendarServers } from '#dev/clients/calendars.ts';
import { signUp } from '#dev/clients/host.ts';
import { until } from '#dev/clients/until.ts';
import { calendarWorkflowId } from '#workflows/signals.ts';
import type { RecordingScene } from './record-bookings.ts';

interface Calendar {
  readonly id: string;
  readonly state: string;
  readonly lastReadAt: string | null;
}

/** A calendar that is read, cannot be read, can be again, and is no longer used. */
export async function recordCalendar({ stack, recorder }: RecordingScene): Promise<void> {
  const { app, simulators } = await stack.file();
  const servers = openCalendarServers(simulators);
  const host = await signUp(app, { name: 'Recorded' });
  const from = new Date(Date.now() + 86_400_000);
  const text = calendarText([{ from, to: new Date(from.getTime() + 3_600_000) }]);
  const url = await servers.publish('recorded', text);
  const { id } = await host.json<Calendar>('POST', '/api/v1/calendars', { url });
  const becomes = (state: string) =>
    until(`the calendar to be ${state}`, async () => {
      const { items } = await host.json<{ items: Calendar[] }>('GET', '/api/v1/calendars');
      return items.some((one) => one.state === state && one.lastReadAt !== null);
    });
  await becomes('ok');
  await servers.publish('recorded', '', { status: 503 });
  await host.json('POST', `/api/v1/calendars/${id}/check`);
  await becomes('unreadable');
  await servers.publish('recorded', text);
  await host.json('POST', `/api/v1/calendars/${id}/check`);
  await becomes('ok');
  await host.json('DELETE', `/api/v1/calendars/${id}`);
  await recorder.keep('calendar', { workflowId: calendarWorkflowId(id), status: 'COMPLETED' });
}
