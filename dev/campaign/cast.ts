import { randomUUID } from 'node:crypto';
import { type GuestClient, newGuest } from '#dev/clients/guest.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { openSimulator, type SimulatorClient } from '#dev/clients/simulator.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';
import { askUntilDone } from './ask-until-answered.ts';
import type { BookingPlan, HostPlan, RoundPlan } from './plan.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SLOT_MS = 15 * MINUTE_MS;
/** The times offered; anything of this many minutes is on the grid. */
const GRID_MINUTES = 5;
/** A booking that is soon still has time for its reminder and for what is done to it before. */
const SOON_MS = 3 * MINUTE_MS;
export const DURATION_MS = 30 * MINUTE_MS;
export const TITLE = 'Intro call';

/** A host of a round: fresh, with one connected account. */
export interface CastHost {
  readonly label: string;
  readonly plan: HostPlan;
  readonly client: HostClient;
  /** Asked for by what a host may do only soon after a login. */
  readonly password: string;
  readonly timeZone: string;
  /** The account's name at the provider. */
  readonly account: string;
  readonly provider: SimulatorClient;
  /** Slugs of the event types. */
  readonly slugs: { readonly plain: string; readonly approval: string; readonly soon: string };
}

/** A guest who wants a booking. */
export interface CastGuest {
  readonly label: string;
  readonly plan: BookingPlan;
  readonly client: GuestClient;
  readonly timeZone: string;
}

export interface Cast {
  readonly hosts: readonly CastHost[];
  readonly guests: readonly CastGuest[];
  /** The start of a slot, RFC 3339; null is the one that is soon. */
  readonly startOf: (slot: number | null) => string;
  /** When the reminder of the booking that is soon falls due, epoch milliseconds. */
  readonly reminderAt: number;
}

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Adelaide'];

/** Brings the people of a round together: hosts sign up, connect their accounts and publish. */
export async function createCast(places: StackFile, plan: RoundPlan): Promise<Cast> {
  const base = Math.ceil(Date.now() / DAY_MS) * DAY_MS + 2 * DAY_MS;
  const grid = GRID_MINUTES * MINUTE_MS;
  const soon = Math.ceil((Date.now() + SOON_MS) / grid) * grid;
  // The next whole minute before it that is still to come.
  const reminderMinutes = Math.floor((soon - Date.now() - 5_000) / MINUTE_MS);
  const hosts = await Promise.all(
    plan.hosts.map((host, index) => hostOf(places, plan, host, { label: 'ABC'.charAt(index), reminderMinutes, index })),
  );
  return {
    hosts,
    guests: plan.bookings.map((booking, index) => guestOf(places, plan, booking, index)),
    startOf: (slot) => new Date(slot === null ? soon : base + slot * SLOT_MS).toISOString(),
    reminderAt: soon - reminderMinutes * MINUTE_MS,
  };
}

async function hostOf(
  places: StackFile,
  { seed, round }: RoundPlan,
  plan: HostPlan,
  { label, reminderMinutes, index }: { label: string; reminderMinutes: number; index: number },
): Promise<CastHost> {
  const { provider: kind } = plan;
  const timeZone = ZONES[index % ZONES.length] ?? 'UTC';
  const account = `host-${label.toLowerCase()}-s${seed}-r${round}-${Date.now().toString(36)}`;
  const provider = openSimulator(places.simulators, kind);
  if (kind === 'meet') await provider.describe(account, { conferenceMs: plan.conferenceMs });
  const person = { name: `Robin ${label} R${round}`, password: randomUUID(), timeZone };
  const client = await askUntilDone(() => signUp(places.app, person));
  await askUntilDone(client.alwaysOpen);
  await askUntilDone(() => client.connect(kind, account));
  const offer = (rules: Readonly<Record<string, unknown>>) =>
    askUntilDone(() => client.offer(kind, { title: TITLE, slotIntervalMinutes: GRID_MINUTES, ...rules }));
  const [plain, approval, soon] = [
    await offer({}),
    await offer({ requiresConfirmation: true }),
    await offer({ reminderMinutes: [reminderMinutes] }),
  ];
  const slugs = { plain: plain.slug, approval: approval.slug, soon: soon.slug };
  return { label, plan, client, password: person.password, timeZone, account, provider, slugs };
}

function guestOf(places: StackFile, { round }: RoundPlan, plan: BookingPlan, index: number): CastGuest {
  const label = `${'ABC'.charAt(plan.host)}${index + 1}`;
  const timeZone = ZONES[(index + 1) % ZONES.length] ?? 'UTC';
  return { label, plan, timeZone, client: newGuest(places.app, { name: `Sam ${label} R${round}`, timeZone }) };
}
