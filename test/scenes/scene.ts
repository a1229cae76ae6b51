import { randomUUID } from 'node:crypto';
import type { GuestBooking } from '#api/guest/schema.ts';
import { type GuestClient, newGuest } from '#dev/clients/guest.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { type Mailbox, openMailbox } from '#dev/clients/mailbox.ts';
import { openSimulator, type ProviderFault, type SimulatorClient } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import { openWorkflows, type Workflows } from '#dev/clients/workflows.ts';
import type { SimMeeting } from '#dev/simulators/core/simulator.ts';

interface Places {
  readonly app: string;
  readonly mailbox: string;
  readonly simulators: string;
  readonly temporal: string;
}

/** A fresh host with one provider and one event type, and guests who book there. */
export interface Scene {
  readonly host: HostClient;
  readonly page: { readonly handle: string; readonly slug: string };
  readonly provider: SimulatorClient;
  readonly mailbox: Mailbox;
  readonly workflows: Workflows;
  /** The host's account at the provider, as connected. */
  readonly accountEmail: string;
  /** Plans a fault for the calls of the host's account alone, so that other tests may go on beside this one. */
  readonly fault: (fault: ProviderFault) => Promise<void>;
  readonly newGuest: () => GuestClient;
  /** A guest books the first free time at least `inMs` from now. */
  readonly book: (inMs?: number) => Promise<{ guest: GuestClient; booking: GuestBooking }>;
  /** The same for the next full minute at least `inMs` from now. */
  readonly bookSoon: (inMs: number) => Promise<{ guest: GuestClient; booking: GuestBooking }>;
  /** Another free start, at least `inMs` from now. */
  readonly freeTime: (inMs: number) => Promise<string>;
  /** Live meetings at the provider made for a guest, told by the name in their titles. */
  readonly meetingsOf: (guest: GuestClient) => Promise<SimMeeting[]>;
  /** Waits until the booking's link is there and returns it. */
  readonly link: (booking: GuestBooking) => Promise<string>;
  readonly close: () => Promise<void>;
}

interface Options {
  readonly provider?: string;
  readonly rules?: Readonly<Record<string, unknown>>;
  /** False leaves the provider unconnected. */
  readonly connected?: boolean;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Sets a scene on a running stack. */
export async function setScene(
  places: Places,
  { provider: providerId = 'zoom', rules = {}, connected = true }: Options = {},
): Promise<Scene> {
  const host = await signUp(places.app, { name: `Robin ${randomUUID().slice(0, 8)}` });
  await host.alwaysOpen();
  if (connected) await host.connect(providerId, `robin-${randomUUID().slice(0, 12)}`);
  const eventType = await host.offer(providerId, rules);
  const page = { handle: host.handle, slug: eventType.slug };
  const provider = openSimulator(places.simulators, providerId);
  const accountEmail = connected ? ((await host.integration(providerId)).accountEmail ?? '') : '';
  const visitor = newGuest(places.app);

  const freeTime = async (inMs: number): Promise<string> => {
    const from = new Date(Date.now() + inMs);
    const [first] = await visitor.freeTimes(page, from, new Date(from.getTime() + DAY_MS));
    if (first === undefined) throw new Error('No free time within a day');
    return first;
  };
  const workflows = openWorkflows(places.temporal);
  const guestNamed = () => newGuest(places.app, { name: `Sam ${randomUUID().slice(0, 8)}` });

  return {
    host,
    page,
    provider,
    mailbox: openMailbox(places.mailbox),
    workflows,
    accountEmail,
    async fault(fault) {
      const connectedAs = (await host.integration(providerId)).accountEmail;
      const account = (await provider.accounts()).find(({ email }) => email === connectedAs);
      if (account === undefined) throw new Error('No account is connected to plan a fault for');
      await provider.fault({ ...fault, accountId: account.id });
    },
    newGuest: guestNamed,
    freeTime,
    async book(inMs = 2 * DAY_MS) {
      const guest = guestNamed();
      return { guest, booking: await guest.book(page, await freeTime(inMs)) };
    },
    async bookSoon(inMs) {
      const startsAt = new Date(Math.ceil((Date.now() + inMs) / MINUTE_MS) * MINUTE_MS);
      await host.openFrom(startsAt);
      const guest = guestNamed();
      return { guest, booking: await guest.book(page, startsAt.toISOString()) };
    },
    meetingsOf: async ({ name }) => (await provider.meetings()).filter(({ title }) => title.includes(name)),
    link: ({ token }) =>
      until('the link on the booking', async () => (await visitor.read(token)).conference.joinUrl, { within: 150_000 }),
    close: () => workflows.close(),
  };
}
