import { randomUUID } from 'node:crypto';
import type { HostBooking } from '#api/bookings/schema.ts';
import type { EventType } from '#api/event-types/schema.ts';
import type { ConnectStarted, Integration } from '#api/integrations/schema.ts';
import type { Mailbox } from './mailbox.ts';
import { patiently } from './patiently.ts';
import { openSession, type Session } from './session.ts';

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
  /** Opens every day until 24:00, from 00:00 or so many minutes (0 to 9) later: start times are counted from there. */
  readonly alwaysOpen: (minute?: number) => Promise<void>;
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
  return {
    ...session,
    email,
    handle,
    async alwaysOpen(minute = 0) {
      const { items } = await session.json<{ items: { id: string }[] }>('GET', '/api/v1/schedules');
      const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], from: `00:0${minute}`, to: '24:00' }];
      await session.json('PATCH', `/api/v1/schedules/${items[0]?.id}`, { weekly });
    },
    offer: (kind, rules = {}) =>
      session.json('POST', '/api/v1/event-types', {
        slug: `${kind}-${randomUUID().slice(0, 8)}`,
        title: 'Intro call',
        durationMinutes: 30,
        slotIntervalMinutes: 5,
        bookingWindow: { kind: 'rolling', days: 60 },
        location: { kind },
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
