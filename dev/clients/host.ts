import { randomUUID } from 'node:crypto';
import type { ConnectStarted } from '#api/openapi/client/types.ts';
import type { HostBooking } from '#api/bookings/schema.ts';
import type { EventType } from '#api/event-types/schema.ts';
import type { Integration } from '#api/integrations/schema.ts';
import type { Schedule } from '#api/schedules/schema.ts';
import type { Mailbox } from './mailbox.ts';
import { patiently } from './patiently.ts';
import { openSession, type Session } from './session.ts';

const MINUTE_MS = 60_000;

interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** IANA zone. */
  readonly timeZone?: string;
}

/** A host at work over HTTP. */
export interface HostClient extends Session {
  readonly email: string;
  readonly handle: string;
  /** Opens every day around the clock. */
  readonly alwaysOpen: () => Promise<void>;
  /**
   * Opens every day around the clock but for the minute before this instant, so that start times are counted from it: a
   * meeting may begin then at any hour of the day, also just before the host's midnight.
   */
  readonly openFrom: (instant: Date) => Promise<void>;
  /** Creates a published event type: 30 minutes, every 5 minutes of the next 60 days unless `rules` say otherwise. */
  readonly offer: (kind: string, rules?: Readonly<Record<string, unknown>>) => Promise<EventType>;
  /** Clicks Connect and allows it as `account`; returns where the browser ended. */
  readonly connect: (provider: string, account: string) => Promise<URL>;
  readonly integration: (provider: string) => Promise<Integration>;
  readonly booking: (id: string) => Promise<HostBooking>;
}

/**
 * Signs a new host up, which logs in as well: the app runs with `DEV_INSTANT_SIGN_UP`. Without an `email` it asks again
 * while the app is too busy, each time under another address: one that was answered too late may have signed up.
 */
export function signUp(base: string, person: Partial<Person> = {}): Promise<HostClient> {
  const { email } = person;
  if (email !== undefined) return signUpOnce(base, { ...person, email });
  return patiently(() => signUpOnce(base, { ...person, email: `host-${randomUUID()}@example.com` }));
}

async function signUpOnce(base: string, person: Partial<Person> & Pick<Person, 'email'>): Promise<HostClient> {
  const { name = 'Robin Host', timeZone = 'Europe/Berlin', email, password = randomUUID() } = person;
  const session = openSession(base);
  await session.json('POST', '/api/auth/sign-up/email', { name, email, password, timeZone });
  return hostOf(session);
}

/** The token of the link in the newest mail to an address whose subject matches. */
export async function mailedToken(
  mailbox: Pick<Mailbox, 'awaitMail'>,
  address: string,
  subject: RegExp,
): Promise<string> {
  const { text } = await mailbox.awaitMail(address, subject);
  const token = /[?&]token=([\w-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Error(`The mail ${subject} has no link with a token`);
  return token;
}

/** Logs an existing host in. */
export async function logIn(
  base: string,
  { email, password }: Pick<Person, 'email' | 'password'>,
): Promise<HostClient> {
  const session = openSession(base);
  await session.json('POST', '/api/auth/sign-in/email', { email, password });
  return hostOf(session);
}

async function hostOf(session: Session): Promise<HostClient> {
  const { email, handle } = await session.json<{ email: string; handle: string }>('GET', '/api/v1/me');
  const open = async (hoursIn: (schedule: Schedule) => { from: string; to: string }) => {
    const { items } = await session.json<{ items: Schedule[] }>('GET', '/api/v1/schedules');
    const schedule = items.find(({ isDefault }) => isDefault);
    if (schedule === undefined) throw new Error('The host has no schedule');
    const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], ...hoursIn(schedule) }];
    await session.json('PATCH', `/api/v1/schedules/${schedule.id}`, { weekly });
  };
  return {
    ...session,
    email,
    handle,
    alwaysOpen: () => open(() => ({ from: '00:00', to: '24:00' })),
    openFrom: (instant) =>
      open(({ timeZone }) => ({
        from: wallTime(instant, timeZone),
        to: wallTime(new Date(instant.getTime() - MINUTE_MS), timeZone),
      })),
    offer: (kind, rules = {}) =>
      session.json('POST', '/api/v1/event-types', {
        slug: `${kind}-${randomUUID().slice(0, 8)}`,
        title: 'Intro call',
        durationMinutes: 30,
        slotIntervalMinutes: 5,
        bookingWindow: { kind: 'rolling', days: 60 },
        location: kind === 'phone' ? { kind, value: '+49 30 1234567' } : { kind },
        reminderMinutes: [],
        published: true,
        ...rules,
      }),
    async connect(provider, account) {
      const path = `/api/v1/integrations/${provider}/connect`;
      const { authorizeUrl } = await session.json<ConnectStarted>('POST', path, { mode: 'redirect' });
      const url = new URL(authorizeUrl);
      url.searchParams.set('sim_consent', 'allow');
      url.searchParams.set('sim_account', account);
      const landed = await session.visit(url.href);
      await landed.response.body?.cancel();
      return landed.url;
    },
    async integration(provider) {
      const { items } = await session.json<{ items: Integration[] }>('GET', '/api/v1/integrations');
      const found = items.find((item) => item.provider === provider);
      if (found === undefined) throw new Error(`There is no integration ${provider}`);
      return found;
    },
    booking: (id) => session.json('GET', `/api/v1/bookings/${id}`),
  };
}

/** Such as 23:44: an instant on a zone's clocks. */
const wallTime = (instant: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant);
